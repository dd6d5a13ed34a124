// Numbers, money and dates as people read them. Money comes in whole cents, shares as fractions of 1, days as ISO dates.

const LOCALE = 'en-US';
const number = new Intl.NumberFormat(LOCALE);
const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' });
const wholeDollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const compactDollars = new Intl.NumberFormat(LOCALE,
  { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const ago = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

export const NONE = '–';
const missing = (it) => it === null || it === undefined || Number.isNaN(it);

export const count = (it) => (missing(it) ? NONE : number.format(it));
export const shortCount = (it) => (missing(it) ? NONE : Math.abs(it) < 10_000 ? number.format(it) : compact.format(it));
/** A count where there is hardly room for it. */
export const tinyCount = (it) => (missing(it) ? NONE : Math.abs(it) < 1000 ? String(it) : compact.format(it));
/** A figure with a minus sign in place of the hyphen. */
const signed = (text) => text.replace('-', '−');
export const money = (cents) => (missing(cents) ? NONE : signed(dollars.format(cents / 100)));
export const roundMoney = (cents) => (missing(cents) ? NONE : signed(wholeDollars.format(cents / 100)));
export const shortMoney = (cents) => (missing(cents) ? NONE : signed(compactDollars.format(cents / 100)));

/** A share of 1 as a percentage. */
export function percent(share, digits = 0) {
  return missing(share) ? NONE : signed((share * 100).toFixed(digits) + '%');
}

/** A confidence: never rounded up to certainty or down to nothing. */
export function confidence(value) {
  if (missing(value)) return NONE;
  if (value > 0.999 && value < 1) return '> 99.9%';
  if (value > 0 && value < 0.001) return '< 0.1%';
  return percent(value, 1);
}

export const date = (iso) => (iso ? day.format(new Date(iso.slice(0, 10) + 'T00:00:00Z')) : NONE);
export const shortDate = (iso) => (iso ? dayOfYear.format(new Date(iso.slice(0, 10) + 'T00:00:00Z')) : NONE);
export const time = (instant) => (instant ? moment.format(new Date(instant)) : NONE);

/** How long ago a moment was, against a given now. */
export function since(instant, now = Date.now()) {
  if (!instant) return NONE;
  const seconds = (new Date(instant).getTime() - now) / 1000;
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= size) return ago.format(Math.round(seconds / size), unit);
  }
  return 'just now';
}

export function duration(seconds) {
  if (missing(seconds)) return NONE;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.round(seconds % 60)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function bytes(size) {
  if (missing(size)) return NONE;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
  return `${(size / 1000 ** step).toFixed(step > 1 ? 1 : 0)} ${units[step]}`;
}

/** A measured value with the unit that the rules give it (`share`, `usd`, `days`, `months`, `flag`, …). */
export function measured(value, unit) {
  if (missing(value)) return 'unknown';
  const plain = number.format(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toFixed(Math.abs(value) < 10 ? 2 : 1)));
  const share = percent(value, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0);
  switch (unit) {
    case 'share': case 'probability': return share;
    case 'share_per_month': return `${share} a month`;
    case 'usd': return Math.abs(value) < 10 && value % 1 ? dollars.format(value) : wholeDollars.format(value);
    case 'flag': return value ? 'yes' : 'no';
    case 'days': return `${plain} ${value === 1 ? 'day' : 'days'}`;
    case 'months': return `${plain} ${value === 1 ? 'month' : 'months'}`;
    default: return plain;
  }
}

/** `food_delivery` or `FOOD_DELIVERY` as words; what has no title of its own is at least readable. */
export function words(name) {
  return name ? String(name).toLowerCase().replaceAll('_', ' ') : NONE;
}

// The groups of Plaid's personal finance categories, whose names begin those of the categories.
const GROUPS = ['INCOME', 'TRANSFER_IN', 'TRANSFER_OUT', 'LOAN_PAYMENTS', 'BANK_FEES', 'ENTERTAINMENT', 'FOOD_AND_DRINK', 'GENERAL_MERCHANDISE',
  'HOME_IMPROVEMENT', 'MEDICAL', 'PERSONAL_CARE', 'GENERAL_SERVICES', 'GOVERNMENT_AND_NON_PROFIT', 'TRANSPORTATION', 'TRAVEL', 'RENT_AND_UTILITIES'];

/** A category of spending or income without its group: `FOOD_AND_DRINK_FAST_FOOD` as `fast food`. */
export function category(name) {
  const group = GROUPS.find((it) => name.startsWith(it + '_'));
  return words(group ? name.slice(group.length + 1) : name);
}

export function sentence(name) {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 user`, `2 users`. */
export const several = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;
