import { ArrowUpRight, FilePlus, FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useCalledProcedure } from '../../session/use-called-procedure.ts';
import { Button } from '../../ui/button.tsx';

export interface CalledProcedureProps {
  readonly sopId: string | undefined;
  readonly stepId: string;
}

/** The way into the procedure that a step runs, and two ways to have it where it is missing. */
export function CalledProcedure({ sopId, stepId }: CalledProcedureProps) {
  const called = useCalledProcedure(sopId, stepId);
  const picker = useRef<HTMLInputElement>(null);
  if (called === undefined) return null;
  switch (called.state) {
    case 'looking':
      return <output className="block text-sm text-faint">Looking for it…</output>;
    case 'found':
      return (
        <Button icon={<ArrowUpRight aria-hidden />} onClick={called.open}>
          Open {called.title}
        </Button>
      );
    case 'missing':
      return (
        <div className="flex flex-col gap-2">
          <output className="block text-sm text-muted">
            No procedure here has the id <span className="font-mono">{sopId}</span>.
          </output>
          <div className="flex flex-wrap gap-2">
            <Button icon={<FilePlus aria-hidden />} onClick={called.create}>
              Create it
            </Button>
            <Button icon={<FileUp aria-hidden />} onClick={() => picker.current?.click()}>
              Import it
            </Button>
          </div>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".yaml,.yml,application/yaml,text/yaml"
            aria-label="Import the called procedure"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) called.importFile(file);
              event.target.value = '';
            }}
          />
        </div>
      );
  }
}
