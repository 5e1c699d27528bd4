/**
 * Records what the visitors' and the network's side of a world builds on, and gives a function that says whether all of
 * it is still there. One comparison each takes well under a microsecond in all, cheap enough for every action and every
 * answer; what it does not know, `changes` does.
 */
export function watchEngine(): () => boolean {
  const [lists, texts, collections, others] = [watchLists(), watchTexts(), watchCollections(), watchOthers()]
  return () => lists() && texts() && collections() && others()
}

function watchLists(): () => boolean {
  const list = Array.prototype
  const step: object & { next?: unknown } = Object.getPrototypeOf([].values())
  const { push, pop, map, filter, find, some, every, includes, indexOf, slice, splice, sort, join, reverse } = list
  const { flatMap, reduce, forEach, concat, shift, at, values, [Symbol.iterator]: iterator } = list
  const { next } = step
  const List = Array
  const { from, isArray } = List
  return () =>
    list.push === push &&
    list.pop === pop &&
    list.map === map &&
    list.filter === filter &&
    list.find === find &&
    list.some === some &&
    list.every === every &&
    list.includes === includes &&
    list.indexOf === indexOf &&
    list.slice === slice &&
    list.splice === splice &&
    list.sort === sort &&
    list.join === join &&
    list.reverse === reverse &&
    list.flatMap === flatMap &&
    list.reduce === reduce &&
    list.forEach === forEach &&
    list.concat === concat &&
    list.shift === shift &&
    list.at === at &&
    list.values === values &&
    list[Symbol.iterator] === iterator &&
    step.next === next &&
    List.from === from &&
    List.isArray === isArray &&
    Array === List
}

function watchTexts(): () => boolean {
  const text = String.prototype
  const pattern = RegExp.prototype
  const { slice, split, trim, toLowerCase, toUpperCase, startsWith, endsWith, charAt, charCodeAt } = text
  const { codePointAt, includes, indexOf, lastIndexOf, replace, padStart, match, substring } = text
  const { [Symbol.iterator]: iterator } = text
  const { test, exec, [Symbol.replace]: replaceMatch, [Symbol.split]: splitAt } = pattern
  return () =>
    text.slice === slice &&
    text.split === split &&
    text.trim === trim &&
    text.toLowerCase === toLowerCase &&
    text.toUpperCase === toUpperCase &&
    text.startsWith === startsWith &&
    text.endsWith === endsWith &&
    text.charAt === charAt &&
    text.charCodeAt === charCodeAt &&
    text.codePointAt === codePointAt &&
    text.includes === includes &&
    text.indexOf === indexOf &&
    text.lastIndexOf === lastIndexOf &&
    text.replace === replace &&
    text.padStart === padStart &&
    text.match === match &&
    text.substring === substring &&
    text[Symbol.iterator] === iterator &&
    pattern.test === test &&
    pattern.exec === exec &&
    pattern[Symbol.replace] === replaceMatch &&
    pattern[Symbol.split] === splitAt
}

function watchCollections(): () => boolean {
  const table = Map.prototype
  const group = Set.prototype
  const step: object & { next?: unknown } = Object.getPrototypeOf(new Map().values())
  const { get, set, has, delete: remove, values, keys, entries, [Symbol.iterator]: iterator } = table
  const { add, has: isMember, delete: drop, [Symbol.iterator]: members } = group
  const { next } = step
  const groupStep: object & { next?: unknown } = Object.getPrototypeOf(new Set().values())
  const { next: nextMember } = groupStep
  return () =>
    groupStep.next === nextMember &&
    table.get === get &&
    table.set === set &&
    table.has === has &&
    table.delete === remove &&
    table.values === values &&
    table.keys === keys &&
    table.entries === entries &&
    table[Symbol.iterator] === iterator &&
    step.next === next &&
    group.add === add &&
    group.has === isMember &&
    group.delete === drop &&
    group[Symbol.iterator] === members
}

function watchOthers(): () => boolean {
  const own = { Map, Set, URL, RegExp, String, Number, Math, Object }
  const { isFinite: isFiniteNumber, isInteger, parseInt: parseNumber } = Number
  const { max, min, floor } = Math
  const { keys, entries, assign, fromEntries } = Object
  const { canParse } = URL
  const encoder = TextEncoder.prototype
  const decoder = TextDecoder.prototype
  const { encode } = encoder
  const { decode } = decoder
  const date = Date.prototype
  const { toISOString, getUTCDate, toUTCString } = date
  const { UTC } = Date
  return () =>
    Map === own.Map &&
    Set === own.Set &&
    URL === own.URL &&
    RegExp === own.RegExp &&
    String === own.String &&
    Number === own.Number &&
    Math === own.Math &&
    Object === own.Object &&
    Number.isFinite === isFiniteNumber &&
    Number.isInteger === isInteger &&
    Number.parseInt === parseNumber &&
    Math.max === max &&
    Math.min === min &&
    Math.floor === floor &&
    Object.keys === keys &&
    Object.entries === entries &&
    Object.assign === assign &&
    Object.fromEntries === fromEntries &&
    URL.canParse === canParse &&
    encoder.encode === encode &&
    decoder.decode === decode &&
    date.toISOString === toISOString &&
    date.getUTCDate === getUTCDate &&
    date.toUTCString === toUTCString &&
    Date.UTC === UTC
}
