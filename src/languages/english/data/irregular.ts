/** Irregular forms: each line is the base form, then its forms. A form after a bar is as often a separate word. */

/** Verbs. Forms that are regular or equal to the base are omitted. The prefixes of `PREFIXES` may precede all of them. */
export const VERBS = `
arise arose arisen
awake awoke awoken
bear|bore borne
beat beaten
become became
befall befell befallen
beget begot begat begotten
begin began begun
behold beheld
bend bent
beseech besought
bind|bound
bite|bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
dive|dove
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
fly flew flown
forbid forbade forbad forbidden
forget forgot forgotten
forsake forsook forsaken
freeze froze frozen
give gave given
go went gone goes
grind|ground
grow grew grown
hang hung
hear heard
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
mistake mistook mistaken
mow mown
pay paid
plead pled
prove proven
quit quitted
ride rode ridden
ring rang rung
rise|rose risen
run ran
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
smite smote smitten
sow sown
speak|spoke spoken
speed sped
spend spent
spin spun
spit spat
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
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
throw threw thrown
tread trod trodden
understand understood
wake woke woken
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
child children
foot feet
goose geese
louse lice
mouse mice
dormouse dormice
ox oxen
tooth teeth
penny pence
brother|brethren
person|people
die|dice
man men
woman women
calf calves
elf elves
half halves
hoof hooves
knife knives
leaf|leaves
life|lives
loaf loaves
scarf scarves
self selves
sheaf sheaves
shelf shelves
thief thieves
wharf wharves
wife wives
wolf wolves
dwarf dwarves
beef|beeves
bus buses busses bused
gas gases gasses
canvas canvases
alias aliases
atlas atlases
bias biases
penis penises
pelvis pelvises
trellis trellises
metropolis metropolises
christmas christmases
pancreas pancreases
picnic picnicked picnicking
panic panicked panicking panicky
mimic mimicked mimicking
traffic trafficked trafficking
frolic frolicked frolicking
menu menus
guru gurus
emu emus
haiku haikus
spa spas
bra bras
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
breastfeed breastfeeding
overheat overheated overheating
overeat overeating
plus pluses
lens lenses
iris irises
quiz quizzes
addendum addenda
aquarium aquaria
bacterium bacteria
curriculum curricula
datum data
erratum errata
forum fora
maximum maxima
memorandum memoranda
millennium millennia
minimum minima
momentum momenta
optimum optima
ovum ova
quantum quanta
referendum referenda
serum sera
spectrum spectra
stadium stadia
stratum strata
symposium symposia
equilibrium equilibria
moratorium moratoria
consortium consortia
medium|media
agendum|agenda
phylum phyla
septum septa
sternum sterna
automaton automata
criterion criteria
ganglion ganglia
phenomenon phenomena
polyhedron polyhedra
mitochondrion mitochondria
taxon taxa
stigma stigmata
schema schemata
stoma stomata
genus genera
corpus corpora
opus opuses
alumnus alumni
bacillus bacilli
cactus cacti
focus foci
fungus fungi
hippopotamus hippopotami
locus loci
nucleus nuclei
octopus octopi
radius radii
stimulus stimuli
syllabus syllabi
terminus termini
thesaurus thesauri
thrombus thrombi
embolus emboli
alga algae
alumna alumnae
antenna antennae
formula formulae
larva larvae
nebula nebulae
pupa pupae
vertebra vertebrae
supernova supernovae
apex apices
appendix appendices
codex codices
cortex cortices
helix helices
index indices
matrix matrices
vertex vertices
vortex vortices
bureau bureaux
chateau chateaux
gateau gateaux
plateau plateaux
tableau tableaux
axis|axes
basis|bases
cherub cherubim
good|better|best
bad|worse|worst
far farther farthest
`
