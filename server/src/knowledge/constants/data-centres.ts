/**
 * Data centre codes in broker names (`broker5a.bom5.…`): the letters are IATA airport or city codes, the number
 * behind them counts sites. Only codes whose city is certain are listed.
 */
import type { Constant } from '../../engine/catalogue';
import { inferred } from './build';

const SOURCE = inferred('IATA code; that the data centre is in or near that city follows from the code alone.');

const CITIES =
  'ams Amsterdam|atl Atlanta|auh Abu Dhabi|akl Auckland|bcn Barcelona|bjs Beijing|bkk Bangkok|blr Bengaluru|bne Brisbane|bog Bogotá|bom Mumbai|bos Boston|bru Brussels|bud Budapest|bue Buenos Aires|cai Cairo|can Guangzhou|cbr Canberra|cgk Jakarta|chi Chicago|cpt Cape Town|cph Copenhagen|del Delhi|den Denver|dfw Dallas|doh Doha|dub Dublin|dus Düsseldorf|dxb Dubai|eze Buenos Aires|fra Frankfurt|gru São Paulo|gva Geneva|ham Hamburg|hel Helsinki|hkg Hong Kong|hnd Tokyo|hyd Hyderabad|iad Washington, D.C.|icn Seoul|ist Istanbul|jed Jeddah|jkt Jakarta|jnb Johannesburg|kix Osaka|kul Kuala Lumpur|lax Los Angeles|lhr London|lim Lima|lis Lisbon|lon London|los Lagos|maa Chennai|mad Madrid|man Manchester|mel Melbourne|mex Mexico City|mia Miami|mil Milan|mnl Manila|mrs Marseille|msp Minneapolis|muc Munich|nbo Nairobi|nrt Tokyo|nyc New York|ord Chicago|osa Osaka|osl Oslo|par Paris|pdx Portland, Oregon|per Perth|phx Phoenix|prg Prague|rio Rio de Janeiro|rom Rome|ruh Riyadh|sao São Paulo|scl Santiago|sea Seattle|sel Seoul|sfo San Francisco|sha Shanghai|sin Singapore|sjc San José, California|sof Sofia|sto Stockholm|svo Moscow|syd Sydney|tlv Tel Aviv|tpe Taipei|tyo Tokyo|vie Vienna|was Washington, D.C.|waw Warsaw|yto Toronto|yul Montréal|yvr Vancouver|yyz Toronto|zrh Zürich';

const dataCentres: readonly Constant[] = CITIES.split('|').map((entry) => ({
  name: entry.slice(0, 3),
  group: 'data-centre',
  meaning: entry.slice(4),
  severity: 'neutral',
  source: SOURCE,
}));

export default dataCentres;
