#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json' with { type: 'json' };
import { Refusal } from './refusal.ts';
import { simulate } from './simulate.ts';
import { testContacts } from './test-contacts.ts';
import { validate } from './validate.ts';

const usageError = 2;

const proceduresOption = [
  '--procedures <folder>',
  'where the procedures stand that steps run; beside the file unless said',
] as const;

function createProgram(): Command {
  const program = new Command('sopwright')
    .description('Checks, rehearses and tests the operating procedures of AI support agents.')
    .version(version)
    .showHelpAfterError('(sopwright --help lists the commands)')
    .exitOverride();

  program
    .command('validate')
    .description('Check procedures. Exits with 1 when one has errors.')
    .argument('<file...>', 'procedures, YAML')
    .option('--json', 'print the diagnostics as JSON')
    .option(...proceduresOption)
    .action(async (files: readonly string[], options: { json?: boolean; procedures?: string }) => {
      process.exitCode = await validate(files, {
        json: options.json === true,
        procedures: options.procedures,
      });
    });

  program
    .command('simulate')
    .description('Run a procedure on contacts. A line per contact on stdout, a summary on stderr.')
    .argument('<file>', 'the procedure, YAML')
    .requiredOption('--contacts <file>', 'contacts: JSON Lines, JSON or YAML, told by the file’s name')
    .option('--map <file>', 'a map that makes contacts of foreign rows')
    .option(...proceduresOption)
    .option('--json', 'print a JSON object per line instead of a table')
    .option('--trace', 'tell everything that happened in each run')
    .addOption(formatOption())
    .action(async (file: string, options: SimulateFlags) => {
      process.exitCode = await simulate(file, {
        contacts: options.contacts,
        map: options.map,
        format: options.format,
        procedures: options.procedures,
        json: options.json === true,
        trace: options.trace === true,
      });
    });

  program
    .command('test')
    .description('Run contacts and compare with what they expect. Exits with 1 when one turns out otherwise.')
    .argument('<file>', 'the procedure, YAML')
    .requiredOption('--contacts <file>', 'contacts: JSON Lines, JSON or YAML, told by the file’s name')
    .option('--map <file>', 'a map that makes contacts of foreign rows')
    .option(...proceduresOption)
    .addOption(formatOption())
    .action(async (file: string, options: SimulateFlags) => {
      process.exitCode = await testContacts(file, { ...options, procedures: options.procedures });
    });

  program.addHelpText(
    'after',
    '\nExit codes: 0 all is well; 1 errors in a procedure or contact, or a failed test; 2 a wrong call or an unreadable file.',
  );
  return program;
}

interface SimulateFlags {
  readonly contacts: string;
  readonly map?: string;
  readonly procedures?: string;
  readonly format?: 'json' | 'jsonl' | 'yaml';
  readonly json?: boolean;
  readonly trace?: boolean;
}

function formatOption(): Option {
  return new Option(
    '--format <format>',
    'what the contacts are written in, where the name does not tell',
  ).choices(['json', 'jsonl', 'yaml']);
}

/** Whoever reads our output may have read enough, as `head` has: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageError;
  else if (error instanceof Refusal) {
    process.stderr.write(`sopwright: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
