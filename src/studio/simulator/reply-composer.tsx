import { Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Procedure } from '../../document/model.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { isFocusLost } from '../ui/focus-lost.ts';
import { TextInput } from '../ui/text-input.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import { askedFacts, type Timeline } from './timeline.ts';
import { draftOf, readDraft } from './value-draft.ts';
import { ValueInput } from './value-input.tsx';

/** The contact has no turn left: the person is the customer, and says what the reply tells. */
export function ReplyComposer({
  timeline,
  procedure,
}: {
  readonly timeline: Timeline;
  readonly procedure: Procedure;
}) {
  const reply = useRehearsal((state) => state.reply);
  const before = timeline.moments[timeline.at + 1]?.cause;
  const given = before?.type === 'answer' ? before : undefined;
  const [text, setText] = useState(given?.text ?? '');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        askedFacts(timeline).map((name) => {
          const type = procedure.facts.get(name)?.type;
          return [name, type ? draftOf(type, given?.facts[name]) : ''];
        }),
      ),
  );
  const [tried, setTried] = useState(false);
  const readings = askedFacts(timeline).flatMap((name) => {
    const type = procedure.facts.get(name)?.type;
    return type ? [{ name, type, reading: readDraft(type, drafts.get(name) ?? '') }] : [];
  });

  // The button that led here has just been disabled: without this the keyboard would be nowhere.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isFocusLost()) form.current?.querySelector<HTMLElement>('input, [role="combobox"]')?.focus();
  }, []);

  function send(): void {
    setTried(true);
    if (readings.some(({ reading }) => !reading.ok)) return;
    const facts: Record<string, unknown> = {};
    for (const { name, reading } of readings) {
      if (reading.ok && reading.json !== undefined) facts[name] = reading.json;
    }
    reply(text, facts);
  }

  return (
    <form
      ref={form}
      aria-label="The customer’s reply"
      className="shrink-0 border-t border-line bg-surface px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="mx-auto flex max-h-56 max-w-3xl flex-col gap-2 overflow-y-auto">
        <p className="text-xs text-muted">
          The contact has no more turns. Reply as the customer, and say what the reply tells the agent.
        </p>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-2">
          {readings.map(({ name, type, reading }) => (
            <Field
              key={name}
              label={name}
              hint={procedure.facts.get(name)?.description}
              problem={tried && !reading.ok ? reading.message : undefined}
            >
              <ValueInput
                type={type}
                draft={drafts.get(name) ?? ''}
                onChange={(draft) => setDrafts(new Map(drafts).set(name, draft))}
                onEnter={send}
              />
            </Field>
          ))}
        </div>
        <div className="flex items-end gap-2">
          <TextInput
            aria-label="What the customer says"
            placeholder="What the customer says"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" variant="primary" icon={<Send aria-hidden />}>
            Reply
          </Button>
        </div>
      </div>
    </form>
  );
}
