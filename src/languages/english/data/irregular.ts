/** Irregular forms: each line is the base form, then its forms. A form after a bar is as often a separate word. */

/** Verbs. Forms that are regular or equal to the base are omitted. The prefixes of `PREFIXES` may precede all of them. */
export const VERBS = `
arise arose arisen
awake awoke awoken
babysit babysat
bear|bore borne
beat beaten
become became
befall befell befallen
beget begot begat begotten
begin began begun
behold beheld
bend bent
beseech besought
bid bade bidden
bind|bound
bite|bit bitten
bleed bled
blow blew blown
break broke broken
breastfeed breastfed
breed bred
bring brought
browbeat browbeaten
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
crossbreed crossbred
deal dealt
dig dug
disprove disproven
dive|dove
do did done
draw drew drawn
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall|fell fallen
feed fed
feel|felt
fight fought
find|found
flee fled
fling flung
floodlight floodlit
fly flew flown
forbear forbore
forbid forbade forbad forbidden
foresee foresaw
forget forgot forgotten
forsake forsook forsaken
freeze froze frozen
get got gotten
ghostwrite ghostwrote ghostwritten
give gave given
go went gone goes
grind|ground
grow grew grown
hamstring hamstrung hamstringing
handwrite handwrote handwritten
hang hung
hear heard
hew hewn
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leave|left
lend|lent
lie|lay lain
light lit
lose lost
make made
mean meant
meet met
misspeak misspoke misspoken
mistake mistook mistaken
mow mown
oversee oversaw
overshoot overshot
partake partook partaken
pay paid
plead pled
prepay prepaid
prove proven
quit quitted
rewind rewound
ride rode ridden
ring rang rung
rise|rose risen
run ran
saw sawn
say said
see|saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shave shaven
shear shorn
shine shone
shoe shod
shoot|shot
show shown
shrink shrank shrunk shrunken
sing sang sung
sink sank sunk sunken
sit sat
slay slew slain
sleep slept
slide slid
sling slung
slink slunk
smell|smelt
smite smote smitten
sneak snuck
sow sown
speak|spoke spoken
speed sped
spend spent
spin spun
spit spat
spoonfeed spoonfed
spotlight spotlit
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
strew strewn
stride strode stridden
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
thrive throve thriven
throw threw thrown
tread trod trodden
troubleshoot troubleshot troubleshooting
understand understood
unwind unwound
wake woke woken
waylay waylaid
wear wore worn
weave wove woven
weep wept
win won
wind|wound
withdraw withdrew withdrawn
wring wrung
write wrote written
`

/** What may precede an irregular verb: undertook, rebuilt. */
export const PREFIXES = 'a be fore for mis out over re un under up with inter broad down off in'

/** Nouns and adjectives, and regular forms that the stemmer separates from their base. */
export const NOUNS = `
child children childrens
foot feet
goose geese
ox oxen
tooth teeth
penny pence
brother|brethren
person|people
die|dice
man men mens
woman women womens
leaf|leaves
life|lives
beef|beeves
bus buses busses bused bussed busing bussing
gas gases gasses gassed gassing
alias aliases aliased aliasing
bias biases biased biasing biassed biassing
picnic picnicked picnicking
panic panicked panicking panicky
mimic mimicked mimicking
traffic trafficked trafficking trafficker traffickers
frolic frolicked frolicking
half halved halving
free freed freeing
pee peed peeing
toe toed toeing
dye dyed dyeing
eye eyed eyeing
ax axed axing
boycott boycotted boycotting
butt butted butting
putt putted
purr purred purring
persevere persevered persevering
warehouse warehoused warehousing warehouses
overheat overheated overheating
overeat overeating
quiz quizzes
medium|media
agendum|agenda
axis|axes
basis|bases
good|better|best
bad|worse|worst
far farther farthest furthest|further
passerby passersby
fez fezzes
soliloquy soliloquies
colloquy colloquies
old eldest|elder
trek trekked trekking
politics politicking
bivouac bivouacked bivouacking
tarmac tarmacked tarmacking
shellac shellacked shellacking
hoe hoed hoeing
focus focussed focussing focusses
genus genera
corpus corpora
`

/** Plurals by ending: the ending of the singular (a hyphen for none), that of the plural, then the nouns without it. */
export const PLURALS = `
ouse ice dorm l m titm woodl
f ves cal cloverlea dwar el hal handkerchie hoo loa scar sel shea shel thie whar wol
fe ves afterli halfli kni wi
- es atlas ax canvas christmas clitoris iris lens metropolis opus pancreas pelvis penis plus trellis
- s bra cd cfo cpu cto cv dj dslr dvd emu fpga gcse gmo gnu gpu guru haiku hindu hmo lp manchu mba menu mla mp
- s mrna ngo npc pc pcb pdf phd rna rpg rv sme spa ssri tutu vm vp zulu
- im cherub kibbutz seraph
us i abac alumn annul bacill bronch cact calcul cirr coloss croc cumul embol emerit esophag foc fung gladiol
us i hippopotam homuncul humer incub lactobacill loc mag menisc modul narciss nimb nucle octop papyr radi
us i sarcophag staphylococc stimul streptococc styl succub syllab tars termin thall thesaur thromb tumul uter
us i vill
um a addend aquari atri auditori bacteri candelabr cili colloqui compendi consorti continu corrigend crani
um a crematori curricul dat desiderat dict effluvi empori endotheli epitheli equilibri errat flagell for fulcr
um a gymnasi honorari labi mausole maxim memorand millenni minim moment moratori myceli mycobacteri optim ov
um a phyl planetari plectr podi quant referend rostr sanatori sanct sept ser simulacr solari spectr stadi
um a stern strat symposi terrari ultimat vacu vivari
on a automat criteri dodecahedr gangli hexahedr icosahedr lexic mitochondri octahedr phenomen polyhedr tax
on a tetrahedr
a ae alg alumn antenn formul larv nebul pup supernov vertebr
a ata carcinom dogm lemm sarcom schem stigm stom traum
ex ices ap cod cort ind vert vort
ix ices append directr executr hel matr rad
x ges laryn phalan pharyn
x ces caly thora
o i concert graffit librett maestr paparazz temp virtuos
`
