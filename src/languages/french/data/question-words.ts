/** Words that people ask with. Written by scripts/french-tables.mjs from index-data/french/; edit the lists there. */

export const QUESTION_WORDS = `
comment combien pourquoi quand quoi qui que où quel quelle quels quelles lequel laquelle lesquels lesquelles
peut peux peuvent pouvons pouvez puis pourrai pourra pourrais pourrait pourraient dois doit doivent devons
devez devrais devrait faut faudra faudrait falloir veux veut voulez voulons veulent vouloir voudrais souhaite
souhaitez souhaiterais aimerais faire fais faites font avoir être aller vais va sais sait savez savoir
connaître dire passe cherche trouver existe bonjour bonsoir salut merci svp stp plaît plait veuillez
pouvez-vous pourriez aidez avance cordialement sert servent signifie signifient consiste consistent déroule
déroulent fonctionne fonctionnent jamais car donc parce tandis afin comme ainsi alors aussi cependant pourtant
toutefois néanmoins sinon notamment voici voilà monsieur madame mademoiselle messieurs mesdames coucou désolé
excusez faudrait-il faut-il peut-on puis-je dois-je doit-on est-ce
`
