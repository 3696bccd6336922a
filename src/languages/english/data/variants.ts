/** Spelling variants and abbreviations. */

/** A weight, then the words of a group. Those after a bar match only the exact word. */
export const VARIANTS = `.95 mister|mr
.95 |mrs missus
.95 doctor|dr drs
.95 professor|prof profs
.9 saint|st sts
.8 street|st str
.95 avenue|ave
.95 boulevard|blvd
.95 road|rd
.9 highway|hwy
.9 square|sq
.8 lane|ln
.9 mount|mt
.9 mountain|mtn
.9 fort|ft
.95 number|no. num
.95 junior|jr
.95 senior|sr
.9 general|gen
.9 colonel|col
.9 captain|capt
.9 lieutenant|lt
.9 sergeant|sgt
.9 senator|sen
.9 governor|gov
.9 representative|rep reps
.9 president|pres
.9 reverend|rev
.9 honorable|hon
.95 department|dept depts
.95 government|govt
.9 university|univ
.9 institute|inst
.9 association|assn assoc
.9 company|co
.95 corporation|corp
.95 incorporated|inc
.95 limited|ltd
.9 brothers|bros
.9 international|intl
.9 national|natl
.95 january|jan
.95 february|feb
.95 march|mar
.95 april|apr
.95 august|aug
.95 september|sept sep
.95 october|oct
.95 november|nov
.95 december|dec
.9 monday|mon
.9 tuesday|tue tues
.9 wednesday|wed
.9 thursday|thu thurs
.9 friday|fri
.9 apartment|apt
.9 assistant|asst
.9 attorney|atty
.9 building|bldg
.9 center|ctr
.9 degree|deg
.8 established|est
.9 extension|ext
.8 appointment|appt
.9 major|maj
.9 miscellaneous|misc
.9 parkway|pkwy
.9 freeway|fwy
.9 route|rte
.9 room|rm
.8 temperature|temp
.9 weight|wt
.9 versus|vs v
.95 approximately|approx
.9 chapter|ch chap
.9 figure|fig figs
.9 section|§
.9 volume|vol vols
.9 edition|ed
.9 page|p. pp pg
.9 paragraph|para
.9 appendix|app
.9 reference|ref refs
.95 telephone|tel
.9 telephone phone
.9 television|tv tvs telly
.85 photograph photo
.85 advertisement advert|ad ads
.85 application|app apps
.85 mathematics|math maths
.85 laboratory lab
.85 examination exam
.85 influenza|flu
.85 refrigerator fridge
.85 bicycle bike
.85 motorcycle motorbike
.8 automobile|auto
.85 airplane plane
.85 gymnasium gym
.85 hippopotamus hippo
.85 rhinoceros rhino
.8 information|info
.8 demonstration demo
.8 administrator|admin admins
.8 administration|admin
.8 specification|spec specs
.8 configuration|config configs
.8 repository|repo repos
.8 documentation|docs doc
.8 document|doc docs
.8 development|dev
.8 developer|dev devs
.8 environment|env
.8 database|db
.8 maximum|max
.8 minimum|min
.8 average|avg
.8 quantity|qty
.8 account|acct
.8 manager|mgr
.8 management|mgmt
.8 vegetarian veggie
.8 veterinarian vet
.8 veterinarian veterinary
.8 veteran vet
.9 okay|ok
.95 kilometer|km
.95 centimeter|cm
.95 millimeter|mm
.95 micrometer micron|μm
.6 meter|m
.95 kilogram kilo|kg
.6 gram|g
.95 milligram|mg
.95 microgram|μg mcg
.95 pound|lb lbs
.9 ounce|oz
.8 foot|ft
.6 inch|in
.9 yard|yd yds
.9 mile|mi
.95 gallon|gal
.9 hour|hr hrs
.9 minute|min mins
.9 second|sec secs
.9 year|yr yrs
.9 week|wk wks
.9 hectare|ha
.95 kilobyte|kb
.95 megabyte|mb
.95 gigabyte|gb
.95 terabyte|tb
.9 dollar|usd
.9 euro|eur
.8 pound|gbp
.95 million|mn
.95 billion|bn
.9 thirties|1930s
.9 forties|1940s
.9 fifties|1950s
.9 sixties|1960s
.9 seventies|1970s
.9 eighties|1980s
.9 nineties|1990s
.9 noughties|2000s
.95 christmas|xmas
.9 kiev kyiv
.9 beijing peking
.9 mumbai bombay
.9 burma myanmar
.9 mom mum mommy mummy
.9 tire tyre
.8 check cheque
.9 draft draught
.9 story storey
.9 disk disc
.7 ton tonne
.8 towards toward
.9 t-shirt tee-shirt
.8 |www web
.95 alpha|α
.95 beta|β
.95 gamma|γ
.95 delta|δ
.95 epsilon|ε
.95 theta|θ
.95 kappa|κ
.95 lambda|λ
.95 mu|μ
.95 sigma|σ
.95 omega|ω`

/** Variants of several words, as `readSynonyms` reads them. */
export const PHRASES = `website, web site
homepage, home page
email, e mail
offline, off line
database, data base
dataset, data set
filename, file name
username, user name
keyword, key word
webpage, web page
frontend, front end
backend, back end
cybersecurity, cyber security
ecommerce, e commerce
ebook, e book
videogame, video game
icecream, ice cream
realtime, real time
fulltime, full time
parttime, part time
nonprofit, non profit
healthcare, health care
childcare, child care
daycare, day care
workflow, work flow
timeline, time line
screenshot, screen shot
smartphone, smart phone
notebook, note book
checkbox, check box
dropdown, drop down
whitespace, white space
codebase, code base
wildlife, wild life
lifestyle, life style
percent, per cent
airplane, air plane
airport, air port
teamwork, team work
worldwide, world wide
voicemail, voice mail
newsletter, news letter
paycheck, pay check
landlord, land lord
sunscreen, sun screen
bookstore, book store
drugstore, drug store
lightbulb, light bulb
seatbelt, seat belt
toolbox, tool box
wifi, wi fi
sqm, square meter
sqft, square foot
mph, mile per hour
rpm, revolution per minute`
