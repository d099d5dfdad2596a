/** Countries by ISO 3166-1 alpha-2; their names come from the browser in the reader's language. */
const COUNTRY_CODES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MS MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );

export interface Option {
  value: string;
  label: string;
}

function named(codes: readonly string[], type: 'region' | 'currency', language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language], { type, fallback: 'code' });
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

export const countryOptions = (language: string): readonly Option[] => named(COUNTRY_CODES, 'region', language);
export const currencyOptions = (language: string): readonly Option[] => named(Intl.supportedValuesOf('currency'), 'currency', language);
export const timeZoneOptions = (): readonly Option[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({ value, label: value }));

export function countryName(code: string, language: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code;
}
