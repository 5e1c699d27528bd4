import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Machine } from './find-program'

/** This machine, as far as finding programs goes. What is said goes to stderr: stdout belongs to results. */
export const thisMachine: Machine = {
  mayUseApt: process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== null,
  aptInstall: (name) =>
    runs('apt-get', ['update', '-qq']) && runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]),
  say: (text) => console.error(text),
}

/** Full path of a command; `null` when it is nowhere on PATH. */
export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/** Runs a command to its end, its output on stderr; whether it succeeded. */
export function runs(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0
}

/** What a program prints for `--version`; `null` when it does not run (a missing library, a stub). */
export function versionOf(path: string): string | null {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 ? stdout.trim() : null
}
