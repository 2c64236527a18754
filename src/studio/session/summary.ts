import type { SopDocument } from '../../document/document.ts';
import type { ProcedureSummary } from '../api/procedure-library.ts';

export function summaryOf({ procedure, diagnostics }: SopDocument): ProcedureSummary {
  return {
    sopId: procedure.id,
    title: procedure.title,
    steps: procedure.steps.size,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
  };
}
