import type { Scale } from '../claims/index.js';
import type { ArticleLanguage } from './language.js';

/** Words that are numbers, and the number. */
const english: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const french: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
  cent: 100,
  cents: 100,
};
export const numberWords: Readonly<Record<ArticleLanguage, Readonly<Record<string, number>>>> = {
  en: english,
  fr: french,
};

/** Words for about so many. */
export const collectives: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  dozen: 12,
  score: 20,
};

/** Parts of a whole in words, in per cent. */
export const fractions: Readonly<Record<string, string>> = {
  'la moitié': '50',
  'un tiers': '33',
  'les deux tiers': '67',
  'deux tiers': '67',
  'un quart': '25',
  'les trois quarts': '75',
  'trois quarts': '75',
  'un cinquième': '20',
  'un dixième': '10',
  half: '50',
  'a third': '33',
  'one third': '33',
  'one-third': '33',
  'two thirds': '67',
  'two-thirds': '67',
  'a quarter': '25',
  'one quarter': '25',
  'three quarters': '75',
  'three-quarters': '75',
  'a fifth': '20',
  'a tenth': '10',
};

/** Words of a scale behind a number; a French billion has a thousand of the English ones. */
export const scaleWords: Readonly<Record<ArticleLanguage, readonly (readonly [string, Scale])[]>> = {
  en: [
    ['trillions?|trn|tn|T', 'trillion'],
    ['billions?|bln|Bln|bn|Bn|BN|B|b', 'billion'],
    ['millions?|mln|Mln|mn|mio|Mio|MM|mm|m|M', 'million'],
    ['thousand|k|K', 'thousand'],
  ],
  fr: [
    ['billions?', 'trillion'],
    ["milliards?(?: d')?|[Mm]ds?|MD|[Mm]rds?|bn|Bn|bln|G", 'billion'],
    ['millions?|[Mm]io|[Mm]ln|mn|MM|M|m', 'million'],
    ['mille|milliers?|k|K', 'thousand'],
  ],
};

/** Currencies as they stand before or behind a number, and their unit in a claim; `?` where a claim has none for it. */
export const currencies: readonly (readonly [string, 'USD' | 'EUR' | 'GBP' | '?'])[] = [
  [
    'dollars? (?:canadiens?|australiens?|néo-zélandais|singapouriens?|hongkongais|taïwanais|jamaïcains?|de Hong ?Kong|de Singapour|de Taïwan)|(?:Canadian|Australian|Aussie|Hong Kong|Singapore|Singaporean|New Zealand|Kiwi|Taiwan|Taiwanese|Jamaican) dollars?',
    '?',
  ],
  ['(?:AU?|CA?N?|SG?|HK|NZ|NT|MX|TT|R)\\$|\\$\\s?(?:CAN?|AU|NZ|HK|SG)|CAD|AUD|NZD|SGD|HKD|TWD|MXN', '?'],
  ['US\\s?\\$|USD|\\$\\s?US|(?:US |U\\.S\\. )?dollars?(?: américains?| US)?|(?<![A-Z])\\$', 'USD'],
  ['€|EUR|euros?', 'EUR'],
  ['£|GBP|pounds?(?: sterling)?|livres? sterling', 'GBP'],
  [
    '¥|₹|₩|₪|CHF|INR|CNY|RMB|JPY|KRW|SEK|NOK|DKK|PLN|BRL|ILS|AED|SAR|ZAR|yuans?|renminbi|yens?|roupies?|rupees?|francs?(?: suisses?)?|Swiss francs?|wons?|couronnes?|kron(?:a|or|er|e)|rea(?:l|is)|pesos?|dirhams?|riyals?|shekels?',
    '?',
  ],
];

/** Words before a figure that say how it is meant. */
export const bounds = {
  at_least: `plus de, plus d', au moins, au-delà de, au delà de, dépassant, dépasse, dépassent, dépassait, supérieur à, supérieure à, supérieurs à, supérieures à, au minimum, minimum,
    more than, over, at least, exceeding, exceeds, above, upwards of, north of, in excess of, no less than, no fewer than, a minimum of`,
  at_most: `jusqu'à, jusqu', jusqu'à plus de, au plus, moins de, moins d', au maximum, maximum, inférieur à, inférieure à, inférieurs à, up to, as much as, as many as, at most, less than, fewer than, under, below, no more than,
    as high as, a maximum of`,
  about: `environ, près de, quelque, quelques, autour de, à peu près, aux alentours de, de l'ordre de, presque, about, around, roughly, some, nearly, almost, approximately,
    close to, closer to, an estimated, circa, in the region of`,
} as const;
