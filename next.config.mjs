import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

/** React's development build evaluates code, and its reloading listens on a socket; what is served to students does neither. */
const developing = process.env.NODE_ENV === 'development'

/**
 * A page talks to its own server only. `frame-src 'none'` makes sure that a visitor's frame, which is made from text
 * (srcdoc) and so is no concern of this rule, can't be led to our own pages either. Next puts what a page was rendered
 * from into inline scripts, and Monaco and React put styles inline.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${developing ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${developing ? ' ws:' : ''}`,
  "worker-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** The worker that runs a student's program evaluates code, and reaches nothing: neither our server nor the network. */
const WORKER_POLICY = "default-src 'none'; script-src 'unsafe-eval'"

/** Where the site lies when it is not the only one of its host, such as `/barbershop`. Known when it is built. */
const basePath = process.env.BASE_PATH ?? ''

/** @type {import('next').NextConfig} */
const config = {
  basePath,
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  poweredByHeader: false,
  agentRules: false,
  // Pages that are rendered anew stay in memory: the disk may be read-only, and the next start begins with its own lessons.
  experimental: { isrFlushToDisk: false },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: PAGE_POLICY },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
    {
      // Of two rules that set the same header the later one counts. Names in there carry a hash of what is in them.
      source: '/runtime/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: WORKER_POLICY },
        { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
      ],
    },
  ],
}

export default withNextIntl(config)
