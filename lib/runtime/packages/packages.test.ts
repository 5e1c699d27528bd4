import { describe, expect, it } from 'vitest'
import { chooseRelease, offeredInWords } from '@/lib/lessons/packages/choose'
import { chunksFor } from '@/lib/runtime/packages/chunks'
import { chunkFetcher } from '@/lib/runtime/packages/fetch-chunks'
import { dependenciesOf } from '@/lib/runtime/packages/manifest'
import { alice, app, bodies, log, only, visit } from '@/lib/runtime/test-support'

const program = (source: string, manifest?: object | string) => ({
  entry: 'server.js',
  files: {
    'server.js': source,
    ...(manifest === undefined
      ? {}
      : { 'package.json': typeof manifest === 'string' ? manifest : JSON.stringify(manifest) }),
  },
})
const depends = (dependencies: Record<string, string>) => ({ dependencies })

describe('a version', () => {
  it.each([
    ['express', undefined, '5.3.0'],
    ['express', '4.22.1', '4.22.1'],
    ['express', '^4.16.2', '4.22.1'],
    ['express', '^5.0.0', '5.3.0'],
    ['redis', undefined, '6.3.1'],
    ['redis', '^3.0.0', '3.1.2'],
    ['mkdirp', undefined, '0.5.6'],
    ['mkdirp', '^0.5.1', '0.5.6'],
    ['mkdirp', '^3.0.1', '3.0.1'],
  ])('of %s: %s chooses %s', (name, wanted, version) => {
    expect(chooseRelease(name, wanted)?.version).toBe(version)
  })

  it.each([
    ['express', '4.16.2'],
    ['express', '^4.23.0'],
    ['express', '^6.0.0'],
    ['express', 'latest'],
    ['express', '4'],
    ['mkdirp', '^0.4.0'],
    ['mkdirp', '^0.5.7'],
    ['mongoose', undefined],
    ['constructor', undefined],
  ])('of %s that is not offered: %s', (name, wanted) => {
    expect(chooseRelease(name, wanted)).toBeNull()
  })
})

describe('chunks', () => {
  it.each<[string, string, object | undefined, readonly string[]]>([
    ['none for the core set', "require('express'); require('mkdirp')", undefined, []],
    ['an old Express where it is asked for', "require('express')", depends({ express: '^4.0.0' }), ['express-4']],
    ['the usual redis', 'require("redis")', undefined, ['redis-6']],
    ['the redis of the listing', "require('redis')", depends({ redis: '3.1.2' }), ['redis-3']],
    ['the session store on redis', "require('connect-redis'), require('redis')", undefined, ['redis-6']],
    ['none for a name without quotes', '// redis\nrequire("./redis")', undefined, []],
    ['none for a version that is not offered', "require('redis')", depends({ redis: '2.8.0' }), []],
  ])('%s', (_name, source, manifest, chunks) => {
    expect(chunksFor(program(source, manifest))).toEqual(chunks)
  })

  it('are looked for in every file', () => {
    expect(
      chunksFor({ entry: 'server.js', files: { 'server.js': "require('./a')", 'a.js': 'require(`redis`)' } }),
    ).toEqual(['redis-6'])
  })

  it('are fetched once, and again after a failure', async () => {
    const asked: string[] = []
    let reachable = false
    const fetcher = chunkFetcher({ 'redis-6': '/runtime/redis-6-abc.js' }, async (address) => {
      asked.push(address)
      if (!reachable) throw new Error(`${address}: 503`)
      return 'text'
    })
    const needy = program("require('redis')")
    expect(fetcher.atHand(program('1'))).toEqual({})
    expect(fetcher.atHand(needy)).toBeNull()
    await expect(fetcher.fetch(needy)).rejects.toThrow('/runtime/redis-6-abc.js: 503')
    reachable = true
    expect(await fetcher.fetch(needy)).toEqual({ 'redis-6': 'text' })
    expect(fetcher.atHand(needy)).toEqual({ 'redis-6': 'text' })
    await fetcher.fetch(needy)
    expect(asked).toHaveLength(2)
  })
})

describe('a package.json', () => {
  it('may have no dependencies, and anything besides', () => {
    expect(dependenciesOf(program('', { name: 'shop', scripts: {} }))).toEqual({})
  })

  it.each<[string, string, number, RegExp]>([
    [
      'that is no JSON',
      '{\n  "dependencies": {\n    "express": "^4.0.0",\n  }\n}',
      4,
      /^package\.json is not JSON: expected a name/,
    ],
    ['that is no object', '[]', 1, /^package\.json: it must be an object/],
    ['whose dependencies are a list', '{\n"dependencies": []}', 2, /^package\.json: "dependencies" must be an object/],
    ['whose version is a number', '{\n"dependencies": {"express": 4}}', 2, /^package\.json: the version of "express"/],
  ])('%s is a fault with its line', async (_name, manifest, line, message) => {
    const events = await log({ 'server.js': app(''), 'package.json': manifest }, [alice])
    expect(only(events, 'fault')).toMatchObject([
      { fault: 'syntax-error', message: expect.stringMatching(message), place: { file: 'package.json', line } },
    ])
    expect(only(events, 'process-exited')).toHaveLength(1)
  })

  it('that asks for a version which is not offered is a fault where it is required', async () => {
    const events = await log({ 'server.js': app(''), 'package.json': JSON.stringify(depends({ express: '3.0.0' })) })
    expect(only(events, 'fault')).toMatchObject([
      {
        fault: 'module-not-found',
        message: expect.stringContaining('express 5.3.0 or 4.22.1'),
        place: { file: 'server.js', line: 1 },
      },
    ])
  })

  it('may name packages that are never required', async () => {
    const manifest = depends({ nodemon: '^3.0.0', express: '^5.0.0' })
    const events = await log({ 'server.js': app(''), 'package.json': JSON.stringify(manifest) })
    expect(only(events, 'fault')).toEqual([])
  })
})

describe('require', () => {
  it('says what is offered, with versions', async () => {
    const [fault] = only(await log("require('mongoose')"), 'fault')
    expect(fault?.message).toContain(offeredInWords())
    expect(offeredInWords()).toContain('redis 6.3.1 or 3.1.2')
  })

  it('of a name put together at run time says how to write it', async () => {
    const [fault] = only(await log("\nrequire('re' + 'dis')"), 'fault')
    expect(fault).toMatchObject({
      fault: 'module-not-found',
      message: expect.stringContaining("write require('redis')"),
      place: { line: 2 },
    })
  })

  it('gives the mkdirp that was asked for', async () => {
    const source = (call: string) =>
      app(`require('mkdirp')${call}('/tmp/a/b')
app.get('/', (req, res) => res.send(String(require('fs').existsSync('/tmp/a/b'))))`)
    const story = [alice, visit('/')]
    expect(bodies(await log(source('.sync'), story))).toEqual(['true'])
    const manifest = JSON.stringify(depends({ mkdirp: '3.0.1' }))
    expect(bodies(await log({ 'server.js': source('.mkdirpSync'), 'package.json': manifest }, story))).toEqual(['true'])
    const [fault] = only(await log({ 'server.js': source(''), 'package.json': manifest }), 'fault')
    expect(fault?.message).toBe('TypeError: require(...) is not a function')
  })
})

describe('Express 4', () => {
  const four = (routes: string) => ({
    'server.js': app(routes),
    'package.json': JSON.stringify(depends({ express: '^4.0.0' })),
    'page.html': '<p><%= name %></p>',
  })

  it('answers in its own way', async () => {
    const events = await log(
      four(`app.get('/', (req, res) => res.redirect('/user'))
app.get('/user', (req, res) => res.send('user'))`),
      [alice, visit('/')],
    )
    expect(bodies(events)).toEqual(['<p>Found. Redirecting to /user</p>', 'user'])
  })

  it('tells of an error that no handler caught, and finds template engines', async () => {
    const events = await log(
      four(`app.engine('html', require('ejs').__express); app.set('view engine', 'html'); app.set('views', __dirname)
app.get('/', (req, res) => res.render('page', { name: '<b>' }))
app.get('/fail', (req, res) => { throw new Error('oops') })
app.use(require('express-session')({ secret: 's', resave: false, saveUninitialized: true }))
app.get('/session', (req, res) => res.send(typeof req.sessionID))`),
      [alice, visit('/'), visit('/fail'), visit('/session')],
    )
    expect(bodies(events)[0]).toBe('<p>&lt;b&gt;</p>')
    expect(bodies(events)[2]).toBe('string')
    expect(only(events, 'fault')).toMatchObject([{ fault: 'handler-error', exchange: 2, place: { line: 5 } }])
    expect(only(events, 'response-head').map(({ head }) => head.status)).toEqual([200, 500, 200])
  })
})
