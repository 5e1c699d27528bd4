import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { Reporter } from '@/lib/lessons/diagnostic'
import { splitCommand } from '@/lib/lessons/parse/actions/split-command'
import { parsePage } from '@/lib/lessons/parse/page'
import { LEAF_DIRECTIVES } from '@/lib/lessons/parse/vocabulary'
import { mistakesAfter } from '@/lib/lessons/test-lesson'

/** What a line of a lesson does. */
function actionsOf(line: string): readonly Action[] {
  const page = parsePage(`---\ntitle: t\nsummary: s\n---\n\n${line}\n`, new Reporter('zh.md', []))
  return page?.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])) ?? []
}

const COOKIE = { visitor: 'bob', host: 'localhost', name: 'connect.sid' } as const

const DONE: readonly (readonly [line: string, actions: readonly Action[]])[] = [
  ['::new-visitor{name=bob}', [{ type: 'new-visitor', visitor: 'bob' }]],
  [
    '::new-visitor{name=bob url=/ incognito browser=rfc2109}',
    [{ type: 'new-visitor', visitor: 'bob', url: '/', incognito: true, browser: 'rfc2109' }],
  ],
  ['::clone-visitor{name=eve of=alice}', [{ type: 'clone-visitor', visitor: 'eve', of: 'alice' }]],
  ['::close-visitor{visitor=bob}', [{ type: 'close-visitor', visitor: 'bob' }]],
  ['::reload{visitor=bob}', [{ type: 'reload', visitor: 'bob' }]],
  ['::back{visitor=bob}', [{ type: 'back', visitor: 'bob' }]],
  ['::read-cookies{visitor=bob}', [{ type: 'read-cookies', visitor: 'bob' }]],
  [
    '::visit{visitor=bob get=https://shop.example/ via=link from=https://evil.example}',
    [
      {
        type: 'visit',
        visitor: 'bob',
        method: 'GET',
        url: 'https://shop.example/',
        via: 'link',
        from: 'https://evil.example',
      },
    ],
  ],
  [
    '::visit{visitor=bob get=/ times=2}',
    [
      { type: 'visit', visitor: 'bob', method: 'GET', url: '/' },
      { type: 'visit', visitor: 'bob', method: 'GET', url: '/' },
    ],
  ],
  [
    '::edit-cookie{visitor=bob name=connect.sid value="{alice/connect.sid/raw}"}',
    [{ type: 'edit-cookie', ...COOKIE, value: '{alice/connect.sid/raw}' }],
  ],
  [
    '::edit-cookie{visitor=bob name=connect.sid value=1 host=shop.example}',
    [{ type: 'edit-cookie', ...COOKIE, host: 'shop.example', value: '1' }],
  ],
  [
    '::add-cookie{visitor=bob line="theme=dark; Path=/"}',
    [{ type: 'add-cookie', visitor: 'bob', host: 'localhost', line: 'theme=dark; Path=/' }],
  ],
  [
    '::add-cookie{visitor=bob line="a=1; Secure" host=https://shop.example}',
    [{ type: 'add-cookie', visitor: 'bob', host: 'https://shop.example', line: 'a=1; Secure' }],
  ],
  ['::delete-cookie{visitor=bob name=connect.sid}', [{ type: 'delete-cookie', ...COOKIE }]],
  ['::copy-cookie{visitor=bob of=alice name=connect.sid}', [{ type: 'copy-cookie', ...COOKIE, of: 'alice' }]],
  [
    '::tamper-cookie{visitor=bob name=connect.sid how=signature}',
    [{ type: 'tamper-cookie', ...COOKIE, how: 'signature' }],
  ],
  ['::clock{advance=1.5s}', [{ type: 'clock', advance: 1500 }]],
  ['::clock{until=expiry}', [{ type: 'clock-to-next-expiry' }]],
  ['::restart', [{ type: 'restart' }]],
  ['::restart{server=server-2}', [{ type: 'restart', server: 'server-2' }]],
  ['::add-server', [{ type: 'add-server' }]],
  ['::stop-server{server=server-1}', [{ type: 'stop-server', server: 'server-1' }]],
  ['::balance{by=sticky}', [{ type: 'balance', by: 'sticky' }]],
  ['::crash-in-write', [{ type: 'crash-in-write' }]],
  [
    `::write-file{path="sessions/{alice/connect.sid}.json" content='{"visit":9}'}`,
    [{ type: 'write-file', path: 'sessions/{alice/connect.sid}.json', content: '{"visit":9}' }],
  ],
  ['::delete-file{path=sessions/a.json}', [{ type: 'write-file', path: 'sessions/a.json', content: null }]],
  ['::stop-redis', [{ type: 'stop-redis' }]],
  ['::start-redis', [{ type: 'start-redis' }]],
  [
    '::redis{command="DEL sess:{alice/connect.sid}"}',
    [{ type: 'redis', command: ['DEL', 'sess:{alice/connect.sid}'] }],
  ],
  [`::redis{command='SET a "b c"'}`, [{ type: 'redis', command: ['SET', 'a', 'b c'] }]],
]

describe('what can be done', () => {
  it.each(DONE)('%s', (line, actions) => {
    expect(actionsOf(line)).toEqual(actions)
  })

  it('is tried here, all of it', () => {
    const tried = new Set(DONE.map(([line]) => /^::([a-z-]+)/.exec(line)?.[1]))
    expect([...tried].sort()).toEqual(Object.keys(LEAF_DIRECTIVES).sort())
  })
})

describe('what can not be done', () => {
  it.each([
    ['::new-visitor{name=bob incognito=yes}', '24 error bad-value: "incognito" takes no value'],
    [
      '::new-visitor{name=bob browser=rfc2019}',
      '24 error bad-value: browser="rfc2019" is unknown; did you mean "rfc2109"?',
    ],
    ['::clone-visitor{name=bob of=bob}', '26 error bad-value: "bob" can\'t be a copy of itself'],
    ['::visit{visitor=bob get=/ via=lnk}', '27 error bad-value: via="lnk" is unknown; did you mean "link"?'],
    [
      '::visit{visitor=bob get=/ from=https://evil.example}',
      '27 error missing-attribute: how does that page send it? via=link, via=form, via=image or via=script',
    ],
    [
      '::visit{visitor=bob get=/ via=address from=https://evil.example}',
      '27 error bad-value: what is typed into the address bar comes from no page',
    ],
    [
      '::visit{visitor=bob get=/ via=link from=https://evil.example/page}',
      '36 error bad-value: from="https://evil.example/page" is no origin such as https://evil.example',
    ],
    ['::edit-cookie{visitor=bob name=a}', '1 error missing-attribute: "::edit-cookie" needs value=…'],
    [
      '::delete-cookie{visitor=bob name=a host=localhost:80}',
      '36 error bad-value: host="localhost:80" is no host\'s name such as localhost or shop.example',
    ],
    [
      '::add-cookie{visitor=bob line="Set-Cookie: a=1"}',
      '26 error bad-value: the line is what stands after "Set-Cookie:"',
    ],
    [
      '::tamper-cookie{visitor=bob name=a how=unsing}',
      '36 error bad-value: how="unsing" is unknown; did you mean "unsign"?',
    ],
    ['::clock', '1 error missing-attribute: "::clock" needs either advance=30m or until=expiry'],
    [
      '::clock{advance=1m until=expiry}',
      '20 error unknown-attribute: "::clock" takes either advance=30m or until=expiry, not both',
    ],
    ['::clock{until=midnight}', '9 error bad-value: until="midnight" is unknown; it is one of expiry'],
    [
      '::restart{server=2}',
      '11 error bad-value: server="2" is no server\'s name: they are server-1, server-2, server-3',
    ],
    ['::balance{by=stick}', '11 error bad-value: by="stick" is unknown; did you mean "sticky"?'],
    ['::write-file{path=a}', '1 error missing-attribute: "::write-file" needs content=…'],
    [
      `::redis{command='SET "a'}`,
      '9 error bad-value: a quotation mark is not closed: write it as in redis-cli, such as command="TTL counter"',
    ],
    [
      '::redis{command=" "}',
      '9 error bad-value: there is no command: write it as in redis-cli, such as command="TTL counter"',
    ],
  ])('%s', (line, mistake) => {
    const mistakes = mistakesAfter('::new-visitor{name=alice url=/}', line)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(`zh.md:8:${mistake}`)
  })
})

it.each([
  ['GET a', ['GET', 'a']],
  ['  SET  a  "x y" ', ['SET', 'a', 'x y']],
  [`SET a '{"b":1}'`, ['SET', 'a', '{"b":1}']],
  ['SET a "q\\"r"', ['SET', 'a', 'q"r']],
  ['SET a ""', ['SET', 'a', '']],
  ['', []],
  ['SET a "b', null],
])('redis-cli reads %j as %j', (line, words) => {
  expect(splitCommand(line)).toEqual(words)
})
