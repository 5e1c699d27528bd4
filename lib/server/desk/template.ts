import 'server-only'
import { join } from 'node:path'
import type { FileMap } from '@/lib/lessons/parse/files'
import { SafeDisk } from '@/lib/server/desk/safe-disk'

/** The lesson that new ones begin as, at the desk as on the command line. */
export function templateFiles(): Promise<FileMap> {
  return new SafeDisk(join(process.cwd(), 'lib/cli')).filesUnder('template')
}
