import type { Diagnostic, Fix, Path, Span } from './diagnostic.ts';
import type { CodedFinding, Remedy } from './finding.ts';
import type { Editable } from './operations/editable.ts';
import type { Plan } from './operations/plan.ts';
import { scalarLike } from './scalar-like.ts';
import type { Place, Source } from './source/source.ts';
import type { TextEdit } from './text-edit.ts';

/** Puts a finding into the text: its span, and its remedies as edits. */
export function presentFinding(finding: CodedFinding, source: Source): Diagnostic {
  const { path, place } = nearestPlace(source, finding.path);
  const exact = path.length === finding.path.length;
  const span = exact ? spanOf(finding, place, source) : (place.key ?? place.value);
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    span,
    path,
    fixes: exact
      ? (finding.remedies ?? []).flatMap((remedy) => fixOf(remedy, finding, span, place, source))
      : [],
  };
}

function nearestPlace(source: Source, wanted: Path): { readonly path: Path; readonly place: Place } {
  for (let length = wanted.length; length >= 0; length--) {
    const path = wanted.slice(0, length);
    const place = source.locate(path);
    if (place) return { path, place };
  }
  const nothing = { from: 0, to: 0 };
  return { path: [], place: { key: undefined, value: nothing, entry: nothing, kind: 'missing' } };
}

function spanOf(finding: CodedFinding, place: Place, source: Source): Span {
  if (finding.at === 'entry') return place.entry;
  if (finding.at === 'key') return place.key ?? firstLine(place.entry, source.text);
  if (place.value.from === place.value.to) return place.key ?? place.entry;
  const value =
    place.kind === 'map' || place.kind === 'list'
      ? (place.key ?? firstLine(place.value, source.text))
      : place.value;
  return finding.range ? rangeIn(place, finding, source) : value;
}

function rangeIn(place: Place, finding: CodedFinding, source: Source): Span {
  const { from, to } = finding.range ?? { from: 0, to: 0 };
  return source.spanWithin(finding.path, from, to) ?? place.value;
}

function fixOf(
  remedy: Remedy,
  finding: CodedFinding,
  span: Span,
  place: Place,
  source: Source,
): readonly Fix[] {
  switch (remedy.kind) {
    case 'quote': {
      const raw = source.text.slice(span.from, span.to);
      return [{ title: remedy.title, edits: [{ ...span, insert: JSON.stringify(raw) }] }];
    }
    case 'replace': {
      if (finding.at !== 'key' && place.kind !== 'scalar') return [];
      const raw = source.text.slice(place.value.from, place.value.to);
      if (finding.range && finding.at !== 'key') {
        // The whole scalar stands for a range that could not be found in it: replacing it would lose the rest.
        if (
          span.from === place.value.from &&
          span.to === place.value.to &&
          finding.range.to - finding.range.from < raw.length
        )
          return [];
        return [{ title: remedy.title, edits: [{ ...span, insert: escapedLike(raw, remedy.with) }] }];
      }
      const written = source.text.slice(span.from, span.to);
      return [{ title: remedy.title, edits: [{ ...span, insert: scalarLike(written, remedy.with) }] }];
    }
    case 'set-version': {
      if (finding.path.length > 0) return [{ title: remedy.title, edits: [{ ...place.value, insert: '1' }] }];
      if (source.text.startsWith('{', place.value.from)) return [];
      const at = { from: place.value.from, to: place.value.from };
      return [{ title: remedy.title, edits: [{ ...at, insert: `sop: 1${source.eol}` }] }];
    }
    case 'gesture':
      return [fixOfGesture(remedy.title, remedy.plan, source)];
  }
}

/** A part of a scalar, written as its quotes demand. */
function escapedLike(raw: string, text: string): string {
  if (raw.startsWith("'")) return text.replaceAll("'", "''");
  return raw.startsWith('"') ? JSON.stringify(text).slice(1, -1) : text;
}

function firstLine(span: Span, text: string): Span {
  const found = text.slice(span.from, span.to).search(/\r?\n/);
  return found < 0 ? span : { from: span.from, to: span.from + found };
}

function fixOfGesture(title: string, plan: (document: Editable) => Plan, source: Source): Fix {
  let edits: readonly TextEdit[] | undefined;
  return {
    title,
    get edits() {
      if (!edits) {
        const planned = plan({ source });
        edits = planned.ok ? planned.edits : [];
      }
      return edits;
    },
  };
}
