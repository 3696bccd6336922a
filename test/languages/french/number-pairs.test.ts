/** Pairs of texts and questions around numbers: groups of digits, decimals, millions, money, percentages, units. */
import { describe } from 'vitest'
import { above, apart, found } from './ask.ts'

describe('groups of digits', () => {
  found([
    ['Environ 5\u202f500 morts', '5500 | 5 500 | 5\u00a0500 | 5.500 | 5\u202f500'],
    ['Environ 5500 morts', '5 500 | 5\u202f500 | 5\u00a0500'],
    ['Près de 12\u00a0345 élèves', '12345 | 12 345'],
    ['Une ville de 1 234 567 habitants', '1234567 | 1\u202f234\u202f567 | 1.234.567'],
    ['Le code postal 75001', '75001 | 75 001'],
    ['SIREN 552 100 554', '552100554 | 552 100 554'],
    ['En 2019, 500 personnes', '2019 | 500'],
    ['Les années 2019 et 2020', '2019 | 2020 | années 2020'],
    ['Une armée de 10 000 hommes', '10000 hommes | dix mille hommes'],
    ['Dix mille hommes', '10 000 | 10000'],
    ['Un chèque de mille euros', '1000 euros | 1 000 €'],
    ['Deux cents invités', '200 invités'],
    ['Les trois cents spartiates', '300 spartiates'],
    ['Trois fois vingt-cinq', '25 | 25 fois'],
    ['Il a 42 ans', 'quarante-deux ans | quarante deux ans'],
    ['Il a quatre-vingt-dix ans', '90 ans'],
    ['Il a 71 ans', 'soixante-et-onze ans | soixante et onze ans'],
    ['Les 39 marches', 'trente-neuf marches'],
    ['Une douzaine de mois', 'douzaine'],
  ])
  apart([
    ['Environ 5\u202f500 morts', '5000 | 500 | 55'],
    ['Environ 5000 morts', '5500 | 50000'],
    ['Il est né en 2001', '2011 | 2010 | 201'],
    ['En 2019, 500 personnes', '2019500'],
    ['Le lot 12', '1 | 2 | 21 | 120'],
    ['Le code 75001', '75010 | 7500'],
    ['Il a vingt-deux ans', '23 ans | 220'],
    ['Il a mille raisons', '100 raisons'],
  ])
})

describe('telephone numbers', () => {
  found([
    ['Appelez le 06 12 34 56 78', '06.12.34.56.78 | 06-12-34-56-78 | 0612345678 | +33 6 12 34 56 78 | 06 12 34 56 78'],
    ['Appelez le 06.12.34.56.78', '06 12 34 56 78 | 0612345678'],
  ])
})

describe('decimals', () => {
  found([
    ['Une moyenne de 3,5', '3.5 | 3,5'],
    ['Une moyenne de 3.5', '3,5'],
    ['Le taux 0,25', '0.25 | 0,25'],
    ['La version 2.0', '2.0 | 2,0'],
    ['Le nombre 3,14159', '3.14159'],
    ['Un total de 1 234,56', '1234.56 | 1234,56 | 1.234,56'],
  ])
  apart([
    ['Une moyenne de 3,8', '3,5 | 3.5 | 38'],
    ['Une moyenne de 3,5', '35 | 5 | 3'],
    ['Le taux 0,25', '25'],
    ['Un total de 1 234,56', '1234,65'],
  ])
})

describe('millions and milliards', () => {
  found([
    ['Il y a 2 millions de chômeurs', '2 000 000 | 2000000 | 2 millions | 2 M | deux millions | 2 million'],
    ['Il y a 2 000 000 de chômeurs', '2 millions | deux millions | 2 M | 2\u00a0millions de chômeurs'],
    ['Il y a deux millions de chômeurs', '2 millions | 2 000 000'],
    ['Il y a 1,5 million de chômeurs', '1 500 000 | 1500000 | 1.5 million | 1,5 millions'],
    ['Il y a 1 500 000 chômeurs', '1,5 million | 1.5 million'],
    ['Un budget de 3 millions d’euros', '3 M€ | 3 M\u20ac | 3 000 000 € | 3 000 000 euros | 3 millions d’euros | 3M€'],
    ['Un budget de 3 M€', '3 millions d’euros | 3 millions | 3 000 000 euros | 3M€'],
    ['Un budget de 3M€', '3 M€ | 3 millions d’euros'],
    ['Un budget de 3 000 000 €', '3 millions d’euros | 3 M€'],
    ['Un déficit de 2,5 milliards', '2 500 000 000 | 2.5 milliards | 2,5 Md'],
    ['Un déficit de 2,5 milliards d’euros', '2,5 Md€ | 2,5 Mds€ | 2,5 milliards'],
    ['Un déficit de 2,5 Md€', '2,5 milliards d’euros | 2,5 Mds€'],
    ['Les 300 mille habitants', '300 000 | 300000 habitants'],
    ['Les 300 000 habitants', '300 mille'],
    ['Un coût de 15 k€', '15 000 euros | 15 k€ | 15 000 €'],
    ['Un coût de 15 000 €', '15 k€ | 15k€'],
    ['Des millions de morts', 'million | millions de morts'],
    ['Un milliard', 'milliards | 1 milliard'],
  ])
  apart([
    ['Il y a 2 millions de chômeurs', '200 000 | 20 millions | 3 millions | 2 milliards'],
    ['Un déficit de 2,5 milliards', '2,5 millions | 5 milliards'],
    ['Il y a 1 500 000 chômeurs', '15 millions | 1 million'],
    ['Un budget de 3 M€', '3 Md€'],
    ['Le 2 mille-pattes', '2000'],
  ])
  above([
    ['2 millions', 'Il y a 2 millions de pauvres', 'Le 2 mai, des millions de gens'],
    ['2 000 000', 'Il y a 2 000 000 de pauvres', 'Il y a 2 millions de pauvres'],
  ])
})

describe('money', () => {
  found([
    ['Il coûte 50\u00a0€', '50 € | 50€ | 50 euros | € 50 | 50 euro | 50 EUR'],
    ['Il coûte 50€', '50 € | 50 euros | €50'],
    ['Il coûte 50 euros', '50 € | 50€ | € 50 | 50 EUR'],
    ['Il coûte € 50', '50 € | 50 euros'],
    ['Il coûte 50 EUR', '50 euros | 50 €'],
    ['Un loyer de 1\u202f234,56\u00a0€', '1234,56 € | 1234.56€ | 1 234,56 euros'],
    ['Un don de 10 $', '10 dollars | 10$ | $10'],
    ['Un don de $10', '10 dollars | 10 $'],
    ['Un don de 10 dollars', '10 $ | $ 10 | 10$'],
    ['Une amende de 20 £', '20 livres | 20£'],
    ['Une amende de 20 livres', '20 £'],
    ['Une dette de 100 ¥', '100 yens | 100¥'],
    ['La hausse de l’euro', 'euros | €'],
    ['Un timbre à 95 centimes', 'centime'],
  ])
  apart([
    ['Il coûte 50 €', '50 dollars | 50 £ | 500 €'],
    ['Il coûte 50 $', '50 €'],
  ])
})

describe('percentages', () => {
  found([
    ['Une hausse de 5\u00a0%', '5 % | 5% | 5 pour cent | 5\u202f% | 5 pourcent | 5 p. cent'],
    ['Une hausse de 5%', '5 % | 5 pour cent | 5 pourcents'],
    ['Une hausse de 5 pour cent', '5 % | 5% | 5 pour cent'],
    ['Une hausse de 3,5\u202f%', '3.5% | 3,5 % | 3,5 pour cent | 3,5%'],
    ['Une hausse de 3.5 %', '3,5% | 3,5 %'],
    ['Une hausse de cinq pour cent', '5 % | 5% | cinq pour cent | cinq %'],
    ['Une hausse de 5 %', 'cinq pour cent | cinq %'],
    ['Un taux de 5 ‰', '5 ‰ | 5 pour mille | 5‰'],
    ['Un taux de 5 pour mille', '5 ‰'],
    ['Le pourcentage d’élèves', 'pourcentages'],
  ])
  apart([
    ['Une hausse de 5\u00a0%', '50 % | 5 ‰ | 15 %'],
    ['Une hausse de 3,5 %', '3,6 % | 35 %'],
    ['Cinq pages pour cent lecteurs', '5 %'],
  ])
})

describe('units', () => {
  found([
    ['À 90\u00a0km/h', '90 km/h | 90km/h | km/h | 90 kmh | 90 kilomètres par heure | 90 kilomètres à l’heure'],
    ['À 90km/h', '90 km/h | 90 km'],
    ['Un logement de 20\u00a0m²', '20 m² | 20 m2 | 20m2 | 20m² | 20 mètres carrés'],
    ['Un logement de 20m2', '20 m² | 20 m2'],
    ['Un logement de 20 mètres carrés', '20 m² | 20 m2'],
    ['Un volume de 3 m³', '3 m3 | 3 mètres cubes | 3m³'],
    ['Une forêt de 12 km²', '12 km2 | 12km² | 12 kilomètres carrés'],
    ['Les émissions de CO₂', 'CO2 | co2 | CO₂'],
    ['Les émissions de CO2', 'CO₂ | co2'],
    ['De l’eau, H₂O', 'H2O'],
    ['Un sac de 50 kg', '50kg | 50 kilos | 50 kilogrammes | 50 kilo'],
    ['Un sac de 50 kilos', '50 kg | 50kg'],
    ['Un sac de 50kg', '50 kg'],
    ['Une course de 10\u00a0km', '10km | 10 kilomètres'],
    ['Une course de 10 kilomètres', '10 km | 10km'],
    ['Il fait 20\u00a0°C', '20°C | 20 °C | 20 degrés'],
    ['Il fait 20 degrés', '20 °C | 20°C'],
    ['Un disque de 500 Go', '500go | 500 gigaoctets'],
    ['Les 35 heures', '35h | 35 h | 35 heures'],
    ['Les 35h', '35 heures | 35 h'],
    ['Une bouteille de 75 cl', '75cl | 75 centilitres'],
    ['Un tube de 20 mm', '20mm | 20 millimètres'],
    ['La norme A4', 'a4 | A4'],
    ['Un téléphone 5G', '5g | 5G'],
    ['Une puissance de 100 kWh', '100kwh | 100 kilowattheures | 100 kilowatt-heures'],
  ])
  apart([
    ['À 90 km/h', '80 km/h'],
    ['Un logement de 20 m²', '20 m³ | 20 km²'],
    ['Les émissions de CO₂', 'CO3'],
    ['Un téléphone 5G', '4G | 5'],
  ])
})
