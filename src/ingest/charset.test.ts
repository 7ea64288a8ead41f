/** Encodings: declared, undeclared, and declared wrongly. */

import { describe, expect, test } from 'vitest';

import { decodeBytes, decodeHtml } from './charset.ts';
import { decodeAs, encodingOf } from './charset/encodings.ts';
import { measureUtf8 } from './charset/utf8.ts';

const RUSSIAN =
  'Во вторник жители посёлка Верхняя Лопата сообщили, что мост через реку Тихую закрыт. Мэр Аркадий Зимин сказал, что ремонт начнётся в апреле. По его словам, деньги на ремонт уже есть, а рабочие приедут через неделю.';
const POLISH =
  'We wtorek mieszkańcy Górnej Łopaty powiedzieli, że most przez rzekę Cichą jest zamknięty. Burmistrz Żegota Śliwa stwierdził, że naprawa zacznie się w kwietniu, gdyż źle wykonane przęsła zagrażają przechodniom.';
const GREEK =
  'Την Τρίτη οι κάτοικοι της Άνω Φτυαριάς είπαν ότι η γέφυρα στον ποταμό Ήσυχο έκλεισε. Ο δήμαρχος Ανδρέας Χειμωνάς δήλωσε ότι οι εργασίες θα αρχίσουν τον Απρίλιο.';
const TURKISH =
  'Salı günü Yukarı Kürek sakinleri, Sessiz Irmağı üzerindeki köprünün kapatıldığını söyledi. Belediye başkanı Çağrı Kışoğlu, onarımın nisan ayında başlayacağını ve işçilerin bir hafta içinde geleceğini açıkladı.';
const HEBREW =
  'ביום שלישי אמרו תושבי הכפר העליון כי הגשר מעל הנהר השקט נסגר. ראש העיר אריה חורפי הודיע כי התיקון יתחיל באפריל וכי הפועלים יגיעו בעוד שבוע.';
const ARABIC =
  'قال سكان القرية العليا يوم الثلاثاء إن الجسر فوق النهر الهادئ أغلق أمام السيارات. وأعلن رئيس البلدية أن أعمال الإصلاح ستبدأ في شهر أبريل وأن العمال سيصلون خلال أسبوع.';
const LITHUANIAN =
  'Antradienį Aukštutinio Kastuvo gyventojai pranešė, kad tiltas per Tyliąją upę uždarytas. Meras Žygimantas Žiemys sakė, jog remontas prasidės balandžio mėnesį, o darbininkai atvyks po savaitės.';
const THAI =
  'เมื่อวันอังคาร ชาวบ้านในหมู่บ้านบนกล่าวว่าสะพานข้ามแม่น้ำเงียบถูกปิด นายกเทศมนตรีกล่าวว่าการซ่อมแซมจะเริ่มในเดือนเมษายน และคนงานจะมาถึงภายในหนึ่งสัปดาห์';
const JAPANESE =
  '火曜日、上村の住民は静川にかかる橋が閉鎖されたと話した。冬野市長は、修理は四月に始まり、作業員は一週間以内に到着すると述べた。費用はすでに用意されているという。';
const KOREAN =
  '화요일 윗마을 주민들은 고요강을 건너는 다리가 폐쇄되었다고 말했다. 시장은 수리가 사월에 시작될 것이며 인부들이 일주일 안에 도착할 것이라고 밝혔다.';
const SIMPLIFIED =
  '星期二,上村的居民说,静河上的桥已经关闭。市长说,修理工作将在四月开始,工人将在一周内到达。他说修理的钱已经准备好了,请大家放心。';
const TRADITIONAL =
  '星期二,上村的居民說,靜河上的橋已經關閉。市長說,修理工作將在四月開始,工人將在一週內到達。他說修理的錢已經準備好了,請大家放心。';
const FRENCH =
  'Mardi, les habitants de Pelle-le-Haut ont déclaré que le pont sur la rivière Calme était fermé. « Les travaux commenceront en avril », a précisé la maire, Zélie Hivernaud – l’ouvrage, âgé d’un siècle, coûtera 2 000 € à réparer.';

/** Encoding, a text in it, and whether it is told without being declared. */
const LEGACY: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['ibm866', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['x-mac-cyrillic', RUSSIAN],
  ['windows-1250', POLISH],
  ['iso-8859-2', POLISH],
  ['windows-1253', GREEK],
  ['iso-8859-7', GREEK],
  ['windows-1254', TURKISH],
  ['windows-1255', HEBREW],
  ['windows-1256', ARABIC],
  ['windows-1257', LITHUANIAN],
  ['windows-874', THAI],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['euc-kr', KOREAN],
  ['gbk', SIMPLIFIED],
  ['gb18030', SIMPLIFIED],
  ['big5', TRADITIONAL],
  ['windows-1252', FRENCH],
];

/** Encodes by turning the decoder round; throws where the encoding lacks a character. */
function encodeAs(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes = [...text].flatMap((character) => {
    const code = table.get(character);
    if (code === undefined) throw new Error(`${encoding} has no ${character}`);
    return code;
  });
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, readonly number[]>>();

function tableOf(encoding: string): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    const character = decodeAs(Uint8Array.from(bytes), encoding);
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes);
  };
  for (let a = 0; a < 256; a += 1) add(a);
  if (table.size < 200) for (let a = 0x81; a < 255; a += 1) for (let b = 0x40; b < 255; b += 1) add(a, b);
  tables.set(encoding, table);
  return table;
}

describe.each(LEGACY)('%s', (encoding, text) => {
  const bytes = encodeAs(text, encoding);

  test('is read when HTTP declares it', () => {
    expect(decodeBytes(bytes, { httpCharset: encoding.toUpperCase() })).toEqual({ text, charset: encoding });
  });

  test('is read when the page declares it', () => {
    const page = Buffer.concat([
      Buffer.from(`<html><head><meta charset="${encoding}"></head><body><p>`),
      bytes,
    ]);
    expect(decodeHtml(page)).toContain(text);
  });

  test('is read when nobody declares it', () => {
    expect(decodeBytes(bytes).text).toBe(text);
  });

  test('UTF-8 wins where this is declared and the bytes are UTF-8', () => {
    expect(decodeBytes(Buffer.from(text), { httpCharset: encoding })).toEqual({ text, charset: 'utf-8' });
  });

  test('is read when UTF-8 is declared and the bytes speak against it', () => {
    expect(decodeBytes(bytes, { httpCharset: 'utf-8' }).text).toBe(text);
  });
});

describe('windows-1252', () => {
  test('has its quotation marks and dashes under all its names, on every Node', () => {
    const bytes = Uint8Array.of(0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0x85);
    for (const label of ['windows-1252', 'ISO-8859-1', 'latin1', 'us-ascii']) {
      expect(decodeBytes(bytes, { httpCharset: label })).toEqual({
        text: '“A” – €5…',
        charset: 'windows-1252',
      });
    }
  });

  test('is what a little text with accents is taken for', () => {
    expect(decodeBytes(encodeAs('Le café est fermé.', 'windows-1252')).text).toBe('Le café est fermé.');
  });
});

describe('ISO-2022-JP', () => {
  // Shift-out sequences around the JIS codes of 火曜日, written by hand.
  const bytes = Buffer.from('A \x1b$B2PMKF|\x1b(B B', 'latin1');

  test('is read when it is declared, though all its bytes are ASCII', () => {
    expect(decodeBytes(bytes, { httpCharset: 'iso-2022-jp' })).toEqual({
      text: 'A 火曜日 B',
      charset: 'iso-2022-jp',
    });
  });
});

describe('UTF-8', () => {
  test('is the encoding of plain ASCII', () => {
    expect(decodeBytes(Buffer.from('No accents here.'))).toEqual({
      text: 'No accents here.',
      charset: 'utf-8',
    });
  });

  test('loses its mark, and only at the beginning', () => {
    expect(decodeBytes(Buffer.from('\ufeffA\ufeffB'))).toEqual({ text: 'A\ufeffB', charset: 'utf-8' });
  });

  test('stays UTF-8 with one broken byte', () => {
    const bytes = Buffer.concat([Buffer.from('Café – '), Uint8Array.of(0xff), Buffer.from(' naïve à côté')]);
    expect(decodeBytes(bytes, { httpCharset: 'utf-8' })).toEqual({
      text: 'Café – \ufffd naïve à côté',
      charset: 'utf-8',
    });
  });

  test('stays UTF-8 when it is cut off in the middle of a character', () => {
    const bytes = Buffer.from('Zażółć gęślą jaźń').subarray(0, -1);
    expect(decodeBytes(bytes).charset).toBe('utf-8');
  });

  test('its mark outranks what HTTP and the page say', () => {
    const bytes = Buffer.from('\ufeff<meta charset="koi8-r">Łódź');
    expect(decodeBytes(bytes, { httpCharset: 'windows-1251' }).text).toContain('Łódź');
  });

  test('is measured like the decoder of the platform decodes it', () => {
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const bytes = randomBytes(seed, 6);
      const isValid = !new TextDecoder('utf-8').decode(bytes).includes('\ufffd');
      const { invalid } = measureUtf8(bytes);
      // A character that the end cuts off is broken for the decoder and not counted here.
      if (isValid) expect(invalid, String(bytes)).toBe(0);
      else if (invalid === 0)
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })).not.toThrow();
    }
  });
});

/** The same bytes for the same seed; half of them beyond ASCII. */
function randomBytes(seed: number, length: number): Uint8Array {
  let state = seed * 2_654_435_761;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('UTF-16', () => {
  const TEXTS = [RUSSIAN, FRENCH, 'Short.', 'A line\nand another\n'];

  test.each(TEXTS)('is read with a mark and without, either way round: %s', (text) => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decodeBytes(Buffer.concat([Uint8Array.of(0xff, 0xfe), little]))).toEqual({
      text,
      charset: 'utf-16le',
    });
    expect(decodeBytes(Buffer.concat([Uint8Array.of(0xfe, 0xff), big]))).toEqual({
      text,
      charset: 'utf-16be',
    });
    expect(decodeBytes(little)).toEqual({ text, charset: 'utf-16le' });
    expect(decodeBytes(big)).toEqual({ text, charset: 'utf-16be' });
  });
});

describe('declarations', () => {
  test('an XML declaration is read', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-2"?><rss>'),
      encodeAs(POLISH, 'iso-8859-2'),
    ]);
    expect(decodeBytes(bytes).text).toContain(POLISH);
  });

  test('HTTP outranks the page', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="windows-1252">'),
      encodeAs(RUSSIAN, 'windows-1251'),
    ]);
    expect(decodeBytes(bytes, { httpCharset: 'windows-1251' }).text).toContain(RUSSIAN);
  });

  test('a label that means nothing is passed over', () => {
    const bytes = encodeAs(RUSSIAN, 'windows-1251');
    expect(decodeBytes(bytes, { httpCharset: 'none of them' }).text).toBe(RUSSIAN);
    expect(encodingOf('none of them')).toBeNull();
  });

  test('a Korean label on a French page is passed over', () => {
    expect(decodeBytes(encodeAs(FRENCH, 'windows-1252'), { httpCharset: 'euc-kr' }).text).toBe(FRENCH);
  });
});
