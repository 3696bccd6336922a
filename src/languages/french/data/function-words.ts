/** Words of grammar that are no stop words, and that are forms of nothing else. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

export const FUNCTION_WORDS = `
comme tant autant maintenant devant durant pendant cependant pourtant moyennant jamais déjà près après auprès
très trop assez encore alors lors ailleurs tard tôt hier jadis voici voilà hors hormis quant via delà deçà
parmi malgré voire certes debout guère semi dixit jusque volontiers çà sic comment pourquoi combien quand vers
envers depuis puis ensuite toujours souvent parfois toutefois néanmoins notamment afin ainsi aussi donc sauf
selon sous dessous dessus dedans dehors rien plus moins mieux pis peu loin hélas ouste hem zut
`
