/** The procedure that the examples of the rules about procedure steps run. */
export const calledExample = `sop: 1
id: identity-check
facts:
  customer.email: { type: string, source: conversation }
  customer.known: { type: boolean, source: conversation }
start: ask
steps:
  ask: { kind: question, ask: What is your address?, collects: [customer.email, customer.known], next: check }
  check:
    kind: decision
    branches: [{ when: customer.known && customer.email != "", next: identified }]
    otherwise: not-identified
  identified: { kind: end }
  not-identified: { kind: end }
`;

/** A valid example of such a step. */
export const callExample = `
facts:
  request.email: { type: string }
  isKnown: { type: boolean }
start: verify
steps:
  verify:
    kind: procedure
    procedure: identity-check
    with: { customer.email: request.email }
    returns: { isKnown: customer.known }
    next: done
    outcomes: { not-identified: stranger }
  stranger: { kind: end, outcome: stranger }
  done: { kind: end, outcome: done }`;
