import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCommand } from '@/lib/cli/check-command'
import { newCommand, TEMPLATE } from '@/lib/cli/new-command'
import { playCommand } from '@/lib/cli/play/play-command'

const COMMANDS = { check: checkCommand, play: playCommand, new: newCommand }

let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lessons-'))
})

afterEach(() => rm(root, { recursive: true }))

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

/** What a command prints, and what it ends with. */
async function run(command: keyof typeof COMMANDS, ...line: readonly string[]) {
  let out = ''
  let err = ''
  const decoder = new TextDecoder()
  const exit = await COMMANDS[command](line, join(root, 'lessons'), {
    out(text) {
      out += typeof text === 'string' ? text : decoder.decode(text)
    },
    err(text) {
      err += text
    },
  })
  return { exit, out, err }
}

const SERVER = `
const express = require('express')
const app = express()
app.get('/', (req, res) => {
  console.log('visited')
  res.cookie('id', '7').send('hello')
})
app.get('/old', (req, res) => res.redirect('/'))
app.get('/pieces', (req, res) => {
  res.write('one')
  res.end('two')
})
app.listen(3000)
`

const TRANSCRIPT = `# Any markdown

<p>It may hold HTML.</p>

\`\`\`http visitor=alice
GET /

HTTP/1.1 200
Set-Cookie: id={id}
~ hello
\`\`\`

::clock{advance=1m}

\`\`\`http visitor=alice
GET /old

HTTP/1.1 200
~ moved
\`\`\`

\`\`\`jar visitor=alice
id={id}
\`\`\`
`

describe('new', () => {
  it('makes a lesson without mistakes', async () => {
    expect(await run('new', 'first-one')).toMatchObject({
      exit: 0,
      out: 'made lessons/01-first-one; try it: npm run lessons -- check 01-first-one\n',
    })
    const { exit, out } = await run('check', 'first-one')
    const contents = '3 steps, 1 task, 1 solution, 1 wrong program: all hold'
    expect(out.split('\n')).toEqual([
      `lessons/01-first-one/zh.md: ${contents}`,
      `lessons/01-first-one/en.md: ${contents}`,
      '1 lesson, no mistakes',
      '',
    ])
    expect(exit).toBe(0)
  })

  it('takes the next number, or the one that is said', async () => {
    await write({ 'lessons/07.2-redis-store/lesson.yaml': '' })
    await run('new', 'eight')
    await run('new', 'three', '--number', '7.3')
    await run('new', 'two', '--number=2')
    expect((await readdir(join(root, 'lessons'))).sort()).toEqual([
      '02-two',
      '07.2-redis-store',
      '07.3-three',
      '08-eight',
    ])
  })

  it.each([
    [[], 'usage: npm run lessons -- new <slug> [--number 7.3]'],
    [['a', 'b'], 'usage: npm run lessons -- new <slug> [--number 7.3]'],
    [['Card'], '"Card" is no slug: small letters and digits, with hyphens between them, such as file-store'],
    [['../card'], '"../card" is no slug: small letters and digits, with hyphens between them, such as file-store'],
    [['card'], 'lessons/03-card has the slug "card" already'],
    [['other', '--number', '3'], 'lessons/03-card has the number 3 already'],
    [['other', '--number', 'three'], '"three" is no number of a section such as 7 or 7.3'],
    [['other', '--nummer', '3'], 'unknown option --nummer; did you mean "--number"?'],
    [['other', '--number'], '--number needs a value'],
  ])('%j: refuses', async (line, problem) => {
    await write({ 'lessons/03-card/lesson.yaml': 'mine' })
    expect(await run('new', ...line)).toEqual({ exit: 2, out: '', err: `${problem}\n` })
    expect(await readdir(join(root, 'lessons'))).toEqual(['03-card'])
    expect(await readFile(join(root, 'lessons/03-card/lesson.yaml'), 'utf8')).toBe('mine')
  })
})

describe('check', () => {
  it('says which lesson there is not, and checks none', async () => {
    await write({ 'lessons/03-card/lesson.yaml': '' })
    expect(await run('check', 'crad')).toEqual({
      exit: 2,
      out: '',
      err: 'there is no lesson "crad"; did you mean "card"?\n',
    })
    expect(await run('check', '--all')).toMatchObject({ exit: 2, err: 'unknown option --all; this command has none\n' })
  })

  it('ends with 1 when anything is wrong', async () => {
    await write({ 'lessons/03-card/lesson.yaml': '' })
    expect(await run('check')).toMatchObject({ exit: 1, err: '' })
  })
})

describe('play', () => {
  it('prints what goes over the wire, and what holds', async () => {
    await write({ 'shop/server.js': SERVER, 't.md': TRANSCRIPT })
    const { exit, out } = await run('play', join(root, 'shop'), '--transcript', join(root, 't.md'))
    const file = join(root, 't.md')
    expect(out).toContain(`(server.js) under ${file}\n`)
    expect(out).toContain('GET / HTTP/1.1\r\nHost: localhost:3000\r\nConnection: keep-alive\r\n')
    expect(out).toContain('Set-Cookie: id=7; Path=/\r\n')
    expect(out).toContain('\r\n\r\nhello\n[stdout] visited\n')
    expect(out).toContain(`✓ ${file}:5 HTTP/1.1 200\n✓ ${file}:9 Set-Cookie: id={id}\n✓ ${file}:10 ~ hello\n`)
    expect(out).toContain('\n::clock{advance=1m}\n')
    expect(out).toMatch(/── 2 · alice → server-1 · 2026-11-23T01:01:00\.000Z ─+\nGET \/old HTTP\/1\.1\r\n/)
    expect(out).toContain(`✗ ${file}:15 status: expects "200", got "302"\n`)
    expect(out).toContain(`✗ ${file}:19 body: expects "moved", got `)
    expect(out).toContain(`✓ ${file}:23 jar of alice: id {id}\n`)
    expect(out.trim().split('\n').at(-1)).toBe('4 steps, 1 of them do not hold')
    expect(exit).toBe(1)
  })

  it('follows where the transcript says so, and gives chunks their frames', async () => {
    const text =
      '```http visitor=a follow\nGET /old\n\n~ hello\n```\n\n```http visitor=a\nGET /pieces\n\n~ onetwo\n```\n'
    await write({ 'shop/server.js': SERVER, 't.md': text })
    const { exit, out } = await run('play', join(root, 'shop'), '--transcript', join(root, 't.md'))
    expect(out).toContain('\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n')
    expect(exit).toBe(0)
  })

  it('visits once where there is no transcript, and writes an archive', async () => {
    await write({ 'shop/main.js': SERVER, 'shop/node_modules/x/index.js': '', 'shop/.env': 'SECRET=1' })
    const har = join(root, 'out.har')
    const { exit, out } = await run('play', join(root, 'shop'), '--har', har)
    expect(exit).toBe(0)
    expect(out).toContain('1 step, all hold')
    const { log } = JSON.parse(await readFile(har, 'utf8'))
    expect(log.entries).toHaveLength(1)
    expect(log.entries[0].response.content.text).toBe('hello')
  })

  it('plays a lesson: its text, a task, its other programs', async () => {
    await run('new', 'first')
    expect(await run('play', 'first')).toMatchObject({ exit: 0 })
    expect(await run('play', 'first', '--locale', 'en', '--task', 'count')).toMatchObject({ exit: 1 })
    expect(await run('play', '01-first', '--task', 'count', '--program', 'solutions/count')).toMatchObject({ exit: 0 })
    const folder = await run('play', join(root, 'lessons/01-first'), '--program', 'wrong/everybody', '--task', 'count')
    expect(folder.exit).toBe(1)
    expect(folder.out).toMatch(/✗ \S+zh\.md:\d+ row: expects "\S+ 1", got "\S+ 3"\n/)
  })

  it('shows what goes wrong in a program', async () => {
    await write({ 'shop/server.js': 'undefined.x' })
    const { exit, out } = await run('play', join(root, 'shop'))
    expect(out).toContain('[fault] start-error: ')
    expect(out).toContain('(server.js:1)')
    expect(out).toContain('connection-refused')
    expect(exit).toBe(1)
  })

  it.each([
    [[], 'usage: npm run lessons -- play <slug|folder>'],
    [['frist'], 'there is no lesson and no folder "frist"; did you mean "first"?'],
    [['first', '--locale', 'fr'], '--locale is zh or en, not "fr"'],
    [['first', '--task', 'cuont'], 'has no task "cuont"; did you mean "count"?'],
    [['first', '--program', 'wrong/x'], 'has no program "wrong/x"; there is start, solutions/count, wrong/everybody'],
    [['first', '--transcript', '/nowhere/t.md'], "/nowhere/t.md can't be read: ENOENT"],
    [['first', '--har', '/nowhere/out.har'], "/nowhere/out.har can't be written: ENOENT"],
    [['first', '--hra', 'x'], 'unknown option --hra; did you mean "--har"?'],
    [['first', '--har', 'a', '--har', 'b'], '--har is given twice'],
  ])('%j: refuses', async (line, problem) => {
    await run('new', 'first')
    const { exit, out, err } = await run('play', ...line)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(problem)
  })

  it('refuses folders without a program, and texts with mistakes', async () => {
    await write({ 'empty/notes.txt': '', 't.md': '```http\nGET /\n```\n', 'shop/server.js': SERVER })
    expect((await run('play', join(root, 'empty'))).err).toContain('has no file to start: name it server.js')
    expect((await run('play', join(root, 'shop'), '--program', 'wrong/x')).err).toContain('--program is for lessons')
    const { exit, err } = await run('play', join(root, 'shop'), '--transcript', join(root, 't.md'))
    expect(err).toBe(`${join(root, 't.md')}:1:1 error missing-attribute: "\`\`\`http" needs visitor=…\n`)
    expect(exit).toBe(2)
  })

  it('says what is wrong with a lesson that can not be played', async () => {
    await write({ 'lessons/03-card/lesson.yaml': '' })
    const { exit, err } = await run('play', 'card')
    expect(err).toContain('lessons/03-card/lesson.yaml:1:1 error')
    expect(exit).toBe(2)
  })
})

it('has a template that is a lesson of one file a program', async () => {
  expect((await readdir(TEMPLATE)).sort()).toEqual(['en.md', 'lesson.yaml', 'solutions', 'start', 'wrong', 'zh.md'])
})
