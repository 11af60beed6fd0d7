// Numbers as `pages/parts/words/language.py` writes them in the reader's language, which sends the marks and units.
const NO_BREAK_SPACE = "\u00a0";
const SHORT_ENOUGH = 100;

// Rounded half to even on the digits as they are printed, not on the nearest binary fraction.
function digits(value, decimals) {
  const [mantissa, power] = Math.abs(value).toExponential().split("e");
  const written = mantissa.replace(".", "");
  const shift = Number(power) - (written.length - 1) + decimals;
  let number = BigInt(written);
  if (shift >= 0) {
    number *= 10n ** BigInt(shift);
  } else {
    const divisor = 10n ** BigInt(-shift);
    const twice = (number % divisor) * 2n;
    number /= divisor;
    if (twice > divisor || (twice === divisor && number % 2n)) number += 1n;
  }
  return String(number).padStart(decimals + 1, "0");
}

export class Format {
  constructor({ lang, words, units, ...marks }) {
    Object.assign(this, { lang, words, units, marks });
  }

  // A number with exactly so many decimals; a dash for a missing one.
  number(value, decimals) {
    if (!Number.isFinite(value)) return this.marks.missing;
    const written = digits(value, decimals);
    const whole = written.slice(0, written.length - decimals).replace(/\B(?=(\d{3})+$)/g, this.marks.group);
    const sign = value < 0 && /[1-9]/.test(written) ? this.marks.minus : "";
    return `${sign}${whole}${decimals ? this.marks.decimal + written.slice(-decimals) : ""}`;
  }

  // A number with its unit; amounts at human size.
  value(value, unit, decimals) {
    const [short, , larger] = this.units[unit];
    const [factor, name] = larger?.find(([from]) => Math.abs(value) >= from) ?? [];
    if (!factor) return this.joined(this.number(value, decimals), short);
    const size = value / factor;
    return this.joined(this.number(size, Math.abs(size) >= SHORT_ENOUGH ? 0 : 1), name);
  }

  // A difference with its sign; of two percentages in percentage points.
  change(value, unit, decimals) {
    return this.joined(this.signed(value, decimals), this.units[unit][1]);
  }

  signed(value, decimals) {
    const written = this.number(value, decimals);
    return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
  }

  // The unit that stands behind the numbers of an axis: a mere per cent sign, nothing longer.
  suffix(unit) {
    return this.units[unit][0] === "%" ? `${this.marks.percent_space}%` : "";
  }

  joined(written, short) {
    if (!short || written === this.marks.missing) return written;
    const before = short.startsWith("%") ? this.marks.percent_space : NO_BREAK_SPACE;
    return `${written}${before}${short.replaceAll(" ", NO_BREAK_SPACE)}`;
  }

  // What a flag means, on a line of its own in a hover; nothing for a plain value.
  flag(status) {
    const words = this.words[`status_${status}`];
    return words ? `<br>${words}` : "";
  }
}
