import type { ReactNode } from 'react';
import { parseTemplate } from '../../condition/template.ts';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import type { Wording } from '../../document/model.ts';
import type { Vocabulary } from './passage.ts';

interface WordedProps {
  readonly vocabulary: Vocabulary;
}

/** A text with `{{…}}` in it: what is filled in stands out and is said in words. */
export function TemplateText({ text, vocabulary }: WordedProps & { readonly text: string }) {
  if (!text.includes('{{')) return text;
  return parseTemplate(text).parts.map((part, index) =>
    'text' in part ? (
      part.text
    ) : (
      // The parts of one text have no other identity than their place.
      <span key={`${index} ${part.source}`} className="reading-fill">
        {valuedSentenceOf(part.source, vocabulary.environment, vocabulary.parameters, undefined)}
      </span>
    ),
  );
}

/** What is said word for word, in each language that it is written in. */
export function WordingText({ wording, vocabulary }: WordedProps & { readonly wording: Wording }) {
  const texts: readonly (readonly [locale: string | undefined, text: string])[] =
    typeof wording === 'string' ? [[undefined, wording]] : [...wording];
  return texts.map(([locale, text]) => (
    <blockquote key={locale ?? ''} lang={locale} className="reading-wording">
      {locale !== undefined && <span className="reading-locale">{locale}</span>}
      <p>
        <TemplateText text={text} vocabulary={vocabulary} />
      </p>
    </blockquote>
  ));
}

/** A line that opens something: `Say:` before a wording. */
export function Lead({ children }: { readonly children: ReactNode }) {
  return <p className="reading-lead">{children}</p>;
}
