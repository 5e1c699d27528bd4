import { join } from 'node:path'
import { checkCommand } from '@/lib/cli/check-command'
import { newCommand } from '@/lib/cli/new-command'
import { playCommand } from '@/lib/cli/play/play-command'
import { EXIT, type ExitCode, type Terminal } from '@/lib/cli/terminal'
import { USAGE } from '@/lib/cli/usage'
import { didYouMean } from '@/lib/lessons/suggest'

const COMMANDS = { check: checkCommand, play: playCommand, new: newCommand }

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}

// Whoever reads may stop before the end, as `head` does: no mistake of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.fine)
})

async function main([name = '', ...rest]: readonly string[]): Promise<ExitCode> {
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(USAGE)
    return EXIT.fine
  }
  if (isCommand(name)) {
    const root = join(process.cwd(), 'lessons')
    // npm runs scripts in the project's folder; paths are meant from where it was called.
    if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
    return COMMANDS[name](rest, root, terminal)
  }
  const hint = didYouMean(name, Object.keys(COMMANDS))
  terminal.err(name === '' ? USAGE : `no command "${name}"${hint}\n\n${USAGE}`)
  return EXIT.misused
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name)
}

process.exitCode = await main(process.argv.slice(2))
