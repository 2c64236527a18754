import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

export interface RenameDialogProps {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ title, onRename, onClose }: RenameDialogProps) {
  const [next, setNext] = useState(title);
  const usable = next.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename procedure"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-procedure" variant="primary" disabled={!usable}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id="rename-procedure"
        onSubmit={(event) => {
          event.preventDefault();
          if (usable) onRename(next.trim());
        }}
      >
        <Field label="Title">
          <TextInput
            value={next}
            onChange={(event) => setNext(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </Field>
      </form>
    </Dialog>
  );
}
