/** Words of one family with different stems, listed by hand: places and their inhabitants, and derived words. Each line is a family. */

export const FAMILIES = `
africa african
america american
argentina argentine argentinian
australia australian
austria austrian
belgium belgian
brazil brazilian
britain british briton
canada canadian
chile chilean
china chinese
colombia colombian
cuba cuban
czechia czech
denmark danish dane
egypt egyptian
england english englishman
europe european
finland finnish finn
france french frenchman
germany german
greece greek
hungary hungarian
iceland icelandic
india indian
iran iranian
iraq iraqi
ireland irish irishman
israel israeli
italy italian
japan japanese
kenya kenyan
korea korean
libya libyan
mexico mexican
morocco moroccan
netherlands dutch holland
nigeria nigerian
norway norwegian
pakistan pakistani
peru peruvian
poland polish pole
portugal portuguese
quebec quebecois
russia russian
scotland scottish scots
spain spanish spaniard
sweden swedish swede
switzerland swiss
syria syrian
thailand thai
turkey turkish turk
ukraine ukrainian
vietnam vietnamese
wales welsh
absorb absorption
acquire acquisition
act actor
analyze analyst analytical
assume assumption
author authorship
bake baker
bank banker
bear birth born
believe belief
beauty beautiful
broad breadth
build builder
buy buyer
choose choice
clean cleaner
climb climber
collide collision
compete competition competitor
cycle cyclist
conclude conclusion
consume consumption consumer
cure curable
dance dancer
deceive deception
decide decision decisive
deep depth
defend defense
describe description descriptive
destroy destruction destructive
die death dead
direct director
divide division
drink drinker drinkable
drive driver
easy ease
editor edit
educate educator
employ employee
evolve evolution
exclude exclusion
expand expansion
explain explanation
explode explosion
extend extension extent
farm farmer
fly flight
give gift
grow growth
hate hatred
heat hot
high height
hike hiker
hunt hunter
include inclusion inclusive
introduce introduction introductory
intervene intervention
invade invasion
invest investor
judge judicial
know knowledge
law lawyer legal
lead leader
learn learner
listen listener
live life
long length
lose loss
maintain maintenance
marry marriage
melt molten
mix mixture
move motion movable
mother maternal
father paternal
obey obedience obedient
offend offense offensive
own owner
paint painter
permit permission
admit admission
submit submission
transmit transmission
omit omission
emit emission
persuade persuasion
play player playable
please pleasure pleasant
possess possession
pretend pretense
produce production product
pronounce pronunciation
proud pride
prove proof
read reader readable readability
receive reception receipt
reduce reduction
repeat repetition
require requirement
resolve resolution
respond response responsive
retain retention
revolve revolution
run runner
sail sailor
sell sale seller
sing singer song
smoke smoker
solve solution
speak speech speaker
strong strength
subscribe subscription subscriber
succeed success successor
swim swimmer
teach teacher
think thought thinker
train trainer
true truth
use user usage usable usability
vary variety variation
vote voter
warm warmth
weigh weight
wide width
win winner
wise wisdom
work worker
write writer
young youth
apologize apology
argue argument
break breakable
box boxer
camp camper
click clickable
code coder
colony colonize colonial
counsel counselor
dive diver
economy economize
fetus fetal
help helper
hack hacker
jewel jewelry
jog jogger
kill killer
lend lender
memory memorize
mine miner
pay payable
priority prioritize
race racer
ride rider
rob robber robbery
search searchable
shop shopper
ski skier
summary summarize
surf surfer
sympathy sympathize
tax taxable
theory theorize
trade trader
wash washable
anesthesia anesthetic anesthetist
`

/** Rules for any word: the ending of the base, of its key, of the derived word, of its key. */
export const DERIVATION_RULES = `ify ifi ification ific
scribe scrib scription script
duce duc duction duct
mit mit mission mission
ceive ceiv ception ception
sume sum sumption sumption
clude clud clusion clusion
ant ant ancy anc
ent ent ency enc
vert vert version version
pel pel pulsion puls
tain tain tention tention
logy logi logist logist`

/** Acronyms and their long forms, as `readSynonyms` reads them. */
export const ACRONYMS = `u.s., united states
usa, united states
usa, united states america
uk, united kingdom
eu, european union
un, united nations
w.h.o., world health organization
a.i.d.s., acquired immune deficiency syndrome
nato, north atlantic treaty organization
nasa, national aeronautics space administration
imf, international monetary fund
wto, world trade organization
nhs, national health service
fbi, federal bureau investigation
cia, central intelligence agency
epa, environmental protection agency
fda, food drug administration
cdc, centers disease control
irs, internal revenue service
sec, securities exchange commission
gdp, gross domestic product
ceo, chief executive officer
cfo, chief financial officer
hr, human resources
i.t., information technology
ai, artificial intelligence
ml, machine learning
api, application programming interface
cpu, central processing unit
gpu, graphics processing unit
os, operating system
ui, user interface
ux, user experience
url, uniform resource locator
html, hypertext markup language
css, cascading style sheets
faq, frequently asked questions
dna, deoxyribonucleic acid
rna, ribonucleic acid
hiv, human immunodeficiency virus
mri, magnetic resonance imaging
icu, intensive care unit
gp, general practitioner
phd, doctor philosophy
mba, master business administration
vat, value added tax
ngo, non governmental organization
gdpr, general data protection regulation
ufo, unidentified flying object
atm, automated teller machine
gps, global positioning system
suv, sport utility vehicle
led, light emitting diode`
