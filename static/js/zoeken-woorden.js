// The words of a question: how they are compared, which of them say when, and which
// ones were meant where a letter is wrong.

const letterPairs = { ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ı: 'i', ة: 'ه', ى: 'ي', ـ: '' };
const article = /^(?:[وبفك]?ال|[وف]?لل)(?=.)/; // of Arabic, which is written to the word
const apostrophe = /(\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu; // a letter in Ukrainian, that not every keyboard has
const indic = /[٠-٩]/g;

// allWordsOf folds a text as wordsOf in generator/search/words.go does, and keeps numbers
// of one digit, which a date may have.
function allWordsOf(text) {
  const folded = text
    .toLowerCase()
    .replace(indic, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[øłæœßđıةىـ]/g, (c) => letterPairs[c])
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(apostrophe, '$1');
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(article, ''))
    .filter(Boolean);
}

export const wordsOf = (text) => allWordsOf(text).filter((word) => [...word].length > 1);

// shardOf is the file in which a word is, as in generator/search/format.go.
export function shardOf(word, shards) {
  const [first, second] = [...word];
  return (first.codePointAt(0) * 31 + second.codePointAt(0)) % shards;
}

// whenOf takes the words that say when out of a question: a date, as "28 december",
// "december 28" or "28-12", a day, and a part of one. Words has what each means.
export function whenOf(text, words, today) {
  const left = [];
  const when = { day: -1, weekday: -1, part: -1 };
  const all = allWordsOf(text.replace(/\b(\d{1,2})[-/.](\d{1,2})\b/g, '$1 m$2'));
  const month = (word) => +(/^m(\d+)$/.exec(words[word] ?? word)?.[1] ?? 0);
  const number = (word) => (/^\d{1,2}(e|st|nd|rd|th)?$/.test(word ?? '') ? parseInt(word) : 0);
  for (let i = 0; i < all.length; i++) {
    const [word, next] = [all[i], all[i + 1]];
    const [kind, value] = [words[word]?.[0], +words[word]?.slice(1)];
    if (number(word) && next && month(next)) {
      when.day = dayOf(number(word), month(next), today);
      i++;
    } else if (kind === 'm' && number(next)) {
      when.day = dayOf(number(next), value, today);
      i++;
    } else if (kind === 'd') when.day = today + value;
    else if (kind === 'w') when.weekday = value;
    else if (kind === 'p') when.part = value;
    else left.push(word);
  }
  return { ...when, text: left.join(' ') };
}

// dayOf is a date as the number of its day since 1970; one that is long over is that of
// the next year.
function dayOf(day, month, today) {
  const year = new Date(today * 864e5).getUTCFullYear();
  const [here, next] = [year, year + 1].map((y) => Date.UTC(y, month - 1, day) / 864e5);
  return here < today - 7 ? next : here;
}

// nearest are the words that begin almost as a word that was typed, with as few wrong
// letters as can be: one, or two in a long word.
export function nearest(typed, words) {
  const most = typed.length < 8 ? 1 : 2;
  let [best, found] = [most, []];
  if (typed.length < 5) return found;
  const letters = lettersOf(typed);
  for (const word of words) {
    if (word.length < typed.length - best || bits(letters & ~lettersOf(word)) > best) continue;
    const wrong = slips(typed, word, best);
    if (wrong > best) continue;
    if (wrong < best) found = [];
    best = wrong;
    found.push(word);
  }
  return found.slice(0, 12);
}

// lettersOf is a bit for each letter of a word, of which some share one.
function lettersOf(word) {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bits(set) {
  let n = 0;
  for (let rest = set; rest; rest &= rest - 1) n++;
  return n;
}

// slips counts the letters that are wrong, too many, missing or exchanged, in what was
// typed of a word; more than most is any number above it.
function slips(typed, word, most) {
  const width = Math.min(word.length, typed.length + most);
  let before = [];
  let row = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const made = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === word[j - 1];
      let n = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, made[j - 1] + 1);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        n = Math.min(n, before[j - 2] + 1);
      made[j] = n;
      if (n < least) least = n;
    }
    if (least > most) return least;
    [before, row] = [row, made];
  }
  return Math.min(...row.slice(Math.max(typed.length - most, 0)));
}
