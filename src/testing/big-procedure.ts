/**
 * A valid procedure of about `size` steps, the same for the same size: stretches of question, decision with two to
 * four branches, message and action, chained and now and then joined, as people draw them.
 */
export function bigProcedure(size: number): string {
  const lines: string[] = [
    'sop: 1',
    `id: big-${size}`,
    `title: A procedure of ${size} steps`,
    'scope:',
    '  intents: [order, refund]',
    '  channels: [chat, email]',
    'facts:',
  ];
  const factCount = Math.max(4, Math.min(60, Math.ceil(size / 8)));
  for (let fact = 0; fact < factCount; fact += 1) {
    lines.push(`  order.amount${fact}: { type: number, source: orders.get }`);
    lines.push(`  order.state${fact}: { type: string, enum: [open, sent, lost], source: orders.get }`);
  }
  lines.push('parameters:', '  limit: { type: number, value: 50, unit: USD }', 'actions:');
  lines.push('  orders.note: { input: { amount: number }, effect: write }', 'start: s0', 'steps:');

  let written = 0;
  const open: string[] = [];
  const ends = ['done', 'denied'];
  while (written < size - ends.length) {
    const id = `s${written}`;
    const next = written + 1 < size - ends.length ? `s${written + 1}` : 'done';
    const fact = written % factCount;
    switch (written % 5) {
      case 0:
        lines.push(
          `  ${id}:`,
          '    kind: question',
          `    ask: What about amount ${fact} of your order?`,
          `    collects: [order.amount${fact}]`,
          `    next: ${next}`,
        );
        break;
      case 1: {
        const back = open.length > 3 ? open[open.length - 3] : undefined;
        lines.push(`  ${id}:`, '    kind: decision', '    branches:');
        lines.push(
          `      - { when: order.amount${fact} > parameters.limit, label: Above the limit, next: denied }`,
        );
        lines.push(`      - { when: order.state${fact} == "sent", label: Sent, next: ${next} }`);
        if (back !== undefined && written % 15 === 1) {
          lines.push(
            `      - { when: order.state${fact} == "lost" && visits("${back}") < 3, label: Lost, next: ${back} }`,
          );
        }
        lines.push(`    otherwise: ${next}`);
        break;
      }
      case 2:
        lines.push(
          `  ${id}: # said as it stands`,
          '    kind: message',
          `    say: Your order is in state {{order.state${fact}}}.`,
          `    next: ${next}`,
        );
        break;
      case 3:
        lines.push(
          `  ${id}:`,
          '    kind: action',
          '    call: orders.note',
          `    with: { amount: order.amount${fact} }`,
          `    next: ${next}`,
          '    onError: denied',
        );
        break;
      default:
        lines.push(
          `  ${id}:`,
          '    kind: decision',
          '    branches:',
          `      - { when: order.amount${fact} < 10 || order.state${fact} == "lost", label: Small or lost, next: done }`,
          `    otherwise: ${next}`,
        );
    }
    open.push(id);
    written += 1;
  }
  lines.push('  done: { kind: end, outcome: done }', '  denied: { kind: end, outcome: denied }', '');
  return lines.join('\n');
}
