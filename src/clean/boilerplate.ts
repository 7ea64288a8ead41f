/** Tells what stands around an article from the article: menus, sharing, subscriptions, related links, rights. */

import { boilerplatePhrases } from '../lexicon/boilerplate-phrases.ts';
import { findPhrase } from '../lexicon/line-phrases.ts';
import { foldedLine } from './folded-line.ts';

/** A longer line is prose, whatever it begins with. */
const MAX_CHARACTERS = 240;

/** Whether a line is none of the article's own: "Share this", "Read more: …", an address, a rule of dashes. */
export function isBoilerplate(line: string): boolean {
  if (line.length > MAX_CHARACTERS) return false;
  return isRule(line) || isAddress(line) || isSlug(line) || isMenu(line) || hasPhrase(line);
}

/** "* * *", "-----", "###": marks and no letter or digit. */
function isRule(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line) || /^-\d\d-$/.test(line);
}

/** A web or mail address alone, with or without its label: "Source: https://…". */
function isAddress(line: string): boolean {
  return /^(?:[\p{L} ]{1,20}[:：] ?)?<?(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?$/u.test(
    line,
  );
}

/** The slug of wire copy: "BC-KORVIA-FLOODS-3RDLD", "a0123", "r i". */
function isSlug(line: string): boolean {
  return (
    /^[A-Z]{1,4}[-–/][A-Z0-9][A-Z0-9-/–,:()]*$/.test(line) ||
    /^[A-Z0-9]+(?:-[A-Z0-9]+){1,8}$/.test(line) ||
    /^(?:[a-z] [a-z]{1,3}(?: [a-z]{1,3})?|[a-z]\d{3,5})$/.test(line)
  );
}

/** A path or a row of a menu: "Home > World > Africa", "News | Sport | Weather". */
function isMenu(line: string): boolean {
  const parts = line.split(/\s*[>›»|•·]\s*/).filter((part) => part !== '');
  return parts.length >= 3 && parts.every((part) => part.length <= 25 && !/[.!?:;\d]/.test(part));
}

function hasPhrase(line: string): boolean {
  const folded = foldedLine(line);
  const phrase = findPhrase(boilerplatePhrases(), folded, () => true);
  if (phrase === null) return false;
  // "Comments" at the start of "Commentators" is no phrase of its own.
  const next = folded.charAt(phrase.phrase.length);
  return (
    phrase.place === 'anywhere' ||
    !/\p{L}$/u.test(phrase.phrase) ||
    !/^[\p{L}\p{M}]/u.test(next) ||
    /\p{Lo}$/u.test(phrase.phrase)
  );
}
