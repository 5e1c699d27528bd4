/**
 * A program whose page tries everything that leads out of a visitor's window. Every address in it says `probe`, so
 * that a request in the real network that any of it caused can be told.
 * @param origin of our own server, which the page must not reach either
 */
export function hostileProgram(origin: string): string {
  return `const express = require('express')
const app = express()
app.use(express.urlencoded({ extended: false }))
app.get('/', (req, res) => res.send(${JSON.stringify(markup(origin))}))
app.use((req, res) => res.send('<p>' + req.method + ' ' + req.url + ' ' + JSON.stringify(req.body || {}) + '</p>'))
app.listen(9090)
`
}

const SCRIPT = "top.document.title = 'a script ran'; top.location = '/probe-script'"

function markup(origin: string): string {
  return `<!doctype html><html><head>
<base href="/probe/" target="_top">
<meta http-equiv="refresh" content="0;url=${origin}/probe-refresh">
<link rel="stylesheet" href="${origin}/probe.css"><link rel="preload" as="image" href="/probe-preload.png">
<link rel="icon" href="/probe-icon.png"><link rel="prefetch" href="/probe-prefetch">
<style>@import "/probe-import.css"; body { background: url(/probe-body.png) }
@font-face { font-family: probe; src: url(/probe.woff2) } p { font-family: probe; cursor: url(/probe.cur), auto }</style>
<script src="/probe.js"></script><script>${SCRIPT}</script>
</head><body onload="${SCRIPT}">
<p style="background-image:url('${origin}/probe-style.png')">probe page</p>
<img src="/probe.png" srcset="/probe-2x.png 2x" onerror="${SCRIPT}"><picture><source srcset="/probe.webp"></picture>
<iframe src="${origin}/probe-frame"></iframe><iframe srcdoc="<script>${SCRIPT}</script>"></iframe>
<object data="/probe-object"></object><embed src="/probe-embed"><video poster="/probe-poster.png" src="/probe.mp4" autoplay></video>
<audio src="/probe.mp3" autoplay></audio><input type="image" src="/probe-input.png" alt="picture">
<svg width="40" height="40"><image href="/probe-svg.png"/><use href="/probe-use.svg#a"/><script>${SCRIPT}</script>
<a href="/probe-svg-link"><text y="20">svg</text></a></svg>
<a href="link" target="_top">a link</a> <a href="/probe/blank" target="_blank">a new window</a>
<a href="${origin}/probe-origin" target="_parent">our own server</a>
<a href="javascript:${SCRIPT}">a javascript link</a> <a href="data:text/html,<script>${SCRIPT}</script>">a data link</a>
<button type="button" onclick="${SCRIPT}">a handler</button>
<form action="/probe/search" target="_blank"><input name="q" value="1 2"><button>search</button></form>
<form action="/probe/login" method="post" target="_top"><input name="user" value="älice"><button>log in</button>
<button formaction="${origin}/probe-formaction" formmethod="get" formtarget="_top">elsewhere</button></form>
</body></html>`
}
