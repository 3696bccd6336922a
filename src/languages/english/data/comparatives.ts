/** Adjectives with a comparative in -er and a superlative in -est. Written by scripts/english/list-comparatives.ts. */

export const COMPARED = `
angry bald bare batty big black blind bloody blue bold bossy brash brave brief bright broad brown bulky busty
busy calm cheap chill choice classy clean clear close coarse cold cool costly cozy crazy creepy crisp cruel
cute damp dark deadly dear deep dense dim dirty dozy drunk dry dull dumb early easy edgy empty faint fair fancy
fast fat few fierce filthy fine firm fit flip fond free fresh friendly full funny gay gentle grand grave great
green grim gritty gross handsome happy hard hardy harsh healthy hearty heavy high hilly holy hot huge humble
hungry idle juicy keen kind lame large lazy lean lengthy light likely little lively lofty lonely long
loose loud lovely low lucky mad mean meek merry messy mighty mild narrow nasty naughty near neat new nice noble
noisy odd old pale pink plain plump poor pretty proud pure quick quiet rainy rare red remote rich right risky
roomy rosy rough round rude sad safe salt salty sane scarce scary severe sexy shallow sharp shiny shitty short
sick silly simple sincere skinny slack sleek slick slight slim slow small smart smooth snide soft soon sound
speedy spicy sporty stable stark staunch steady steep stern stiff still straight strict strong sturdy subtle
sunny sure sweet swift tall tame tangy tasty thick thin tight tiny tough trendy tricky trim true ugly unlucky
vague vile warm weak wealthy weird wet white wide wild wise young
`
