import { join } from 'node:path'
import { patch } from './plugins.mjs'
import { runtime } from './shared.mjs'

// Where express-session 1.19.0 decides something about a session, or asks a store, it tells us. What is added only reports:
// it calls nothing of the program's, hashes nothing again, and leaves the order of things as it is. What the names mean
// is in `realm/session-hooks.ts`.

const requireHooks = `var __hooks = require(${JSON.stringify(join(runtime, 'realm/session-hooks.ts'))});`

const strict = "'use strict';\n"

export const expressSession = [
  patch(/express-session\/index\.js$/, [
    [strict, `${strict}${requireHooks}\n`, 1],
    // The options as they were given and resolved.
    [
      'var saveUninitializedSession = opts.saveUninitialized\n',
      `var saveUninitializedSession = opts.saveUninitialized
  var __assumed = { resave: resaveSession === undefined, saveUninitialized: saveUninitializedSession === undefined }\n`,
      1,
    ],
    [
      'var storeReady = true\n',
      `var storeReady = true
  var __middleware = __hooks.middleware(store, {
    name: name, resave: resaveSession, saveUninitialized: saveUninitializedSession, rolling: rollingSessions,
    unsetDestroy: unsetDestroy, storeHasTouch: storeImplementsTouch, secrets: secret ? secret.length : 0, assumed: __assumed
  })\n`,
      1,
    ],
    ["'none' : 'lax';\n    }\n", "'none' : 'lax';\n    }\n\n    __middleware.generated(req);\n", 1],
    // Requests that are none of its business.
    [
      'if (req.session) {\n      next()',
      "if (req.session) {\n      __middleware.skipped({ kind: 'session-there' })\n      next()",
      1,
    ],
    [
      "debug('store is disconnected')",
      "debug('store is disconnected')\n      __middleware.skipped({ kind: 'store-disconnected' })",
      1,
    ],
    [
      "if (originalPath.indexOf(resolvedCookieOptions.path || '/') !== 0) {",
      `var __path = resolvedCookieOptions.path || '/'
    if (originalPath.indexOf(__path) !== 0) {
      __middleware.otherPath(originalPath, __path)`,
      1,
    ],
    [
      "next(new Error('secret option required for sessions'));",
      "__middleware.skipped({ kind: 'no-secret' })\n      next(new Error('secret option required for sessions'));",
      1,
    ],
    // The cookie that came.
    ['req.sessionStore = store;', 'req.sessionStore = store;\n    var __look = __middleware.look(req)', 1],
    [
      'var cookieId = req.sessionID = getcookie(req, name, secrets);',
      'var cookieId = req.sessionID = getcookie(req, name, secrets);\n    __look.cookieRead(cookieId)',
      1,
    ],
    [
      'var header = req.headers.cookie;',
      'var __headers = req.headers;\n  __hooks.headersRead(__headers);\n  var header = __headers.cookie;',
      1,
    ],
    ["if (raw.substr(0, 2) === 's:') {", "__hooks.cookieCame(raw)\n      if (raw.substr(0, 2) === 's:') {", 2],
    [
      "debug('cookie signature invalid');",
      "debug('cookie signature invalid');\n          __hooks.cookieRejected('bad-signature')",
      2,
    ],
    ["debug('cookie unsigned')", "debug('cookie unsigned')\n        __hooks.cookieRejected('unsigned')", 2],
    [
      'if (result !== false) {\n      return result;',
      'if (result !== false) {\n      __hooks.cookieVerified(i + 1)\n      return result;',
      1,
    ],
    // What was found in the store.
    [
      "debug('no SID sent, generating session');",
      "debug('no SID sent, generating session');\n      __look.nothingToLoad()",
      1,
    ],
    [
      'store.get(req.sessionID, function(err, sess){',
      "store.get(req.sessionID, __look.asks('get', req.sessionID, 'middleware', function(err, sess){",
      1,
    ],
    ['next()\n    });\n  };\n};', 'next()\n    }));\n  };\n};', 1],
    ["debug('error %j', err);", "debug('error %j', err);\n        __look.storeFailed(err)", 1],
    ["debug('no session found')", "debug('no session found')\n          __look.notFound()", 1],
    ["debug('session found')", "debug('session found')\n          __look.found()", 1],
    [
      'function generate() {\n      store.generate(req);',
      'function generate() {\n      __look.generating(true)\n      store.generate(req);\n      __look.generating(false)',
      1,
    ],
    // Comparisons, each done once as before.
    [
      'return originalId !== sess.id || originalHash !== hash(sess);',
      `var __replaced = originalId !== sess.id
      var __modified = !__replaced && originalHash !== hash(sess)
      __look.compared(__replaced, __modified, false)
      return __replaced || __modified;`,
      1,
    ],
    [
      'return originalId === sess.id && savedHash === hash(sess);',
      `var __same = originalId === sess.id
      var __hash = __same ? hash(sess) : undefined
      __look.compared(!__same, __hash !== originalHash, savedHash === __hash)
      return __same && savedHash === __hash;`,
      1,
    ],
    [
      'req.session.cookie.expires != null && isModified',
      '__look.expiry(req.session.cookie.expires != null) && isModified',
      1,
    ],
    ['savedHash = hash(this);', 'savedHash = hash(this);\n        __look.saves(arguments[0])', 1],
    // How the connection was judged.
    [
      'if (req.connection && req.connection.encrypted) {\n    return true;',
      "if (req.connection && req.connection.encrypted) {\n    __hooks.judged(req, 'tls', true)\n    return true;",
      1,
    ],
    [
      'if (trustProxy === false) {\n    return false;',
      "if (trustProxy === false) {\n    __hooks.judged(req, 'nobody', false)\n    return false;",
      1,
    ],
    ['return req.secure === true', "return __hooks.judged(req, 'express', req.secure === true)", 1],
    ["return proto === 'https';", "return __hooks.judged(req, 'proxy', proto === 'https');", 1],
    // The headers are about to go.
    [
      "debug('no session');\n        return;",
      "debug('no session');\n        __look.cookie('no-session', req);\n        return;",
      1,
    ],
    [
      'if (!shouldSetCookie(req)) {',
      "__look.compares()\n      if (!shouldSetCookie(req)) {\n        __look.cookie('not-set', req)",
      1,
    ],
    ["debug('not secured');", "debug('not secured');\n        __look.cookie('insecure', req)", 1],
    [
      'secrets[0], req.session.cookie.data)\n      } catch (err) {',
      "secrets[0], req.session.cookie.data)\n        __look.cookie('set', req)\n      } catch (err) {\n        __look.cookie('failed', req)",
      1,
    ],
    // The answer ends.
    [
      "debug('destroying');\n        store.destroy(req.sessionID, function ondestroy(err) {",
      `debug('destroying');
        __look.saved('destroy', req)
        store.destroy(req.sessionID, __look.asks('destroy', req.sessionID, 'middleware', function ondestroy(err) {`,
      1,
    ],
    [
      "debug('destroyed');\n          writeend();\n        });",
      "debug('destroyed');\n          writeend();\n        }));",
      1,
    ],
    [
      "debug('no session');\n        return _end",
      "debug('no session');\n        __look.saved('no-session', req)\n        return _end",
      1,
    ],
    [
      'if (shouldSave(req)) {\n        req.session.save(function onsave(err) {',
      `__look.compares()
      if (shouldSave(req)) {
        __look.saved('set', req)
        req.session.save(__hooks.own(function onsave(err) {`,
      1,
    ],
    [
      'writeend();\n        });\n\n        return writetop();\n      } else',
      'writeend();\n        }));\n\n        return writetop();\n      } else',
      1,
    ],
    [
      "debug('touching');\n        store.touch(req.sessionID, req.session, function ontouch(err) {",
      `debug('touching');
        __look.saved('touch', req)
        store.touch(req.sessionID, req.session, __look.asks('touch', req.sessionID, 'middleware', function ontouch(err) {`,
      1,
    ],
    [
      "debug('touched');\n          writeend();\n        });",
      "debug('touched');\n          writeend();\n        }));",
      1,
    ],
    [
      'return _end.call(res, chunk, encoding);\n    };',
      "__look.saved('none', req)\n      return _end.call(res, chunk, encoding);\n    };",
      1,
    ],
  ]),
  patch(/express-session\/session\/session\.js$/, [
    [strict, `${strict}${requireHooks}\n`, 1],
    [
      'this.req.sessionStore.set(this.id, this, fn || function(){});',
      "this.req.sessionStore.set(this.id, this, __hooks.asks(this.req, 'set', this.id, 'save', fn || function(){}));",
      1,
    ],
    [
      'store.get(this.id, function(err, sess){',
      "store.get(this.id, __hooks.asks(req, 'get', this.id, 'reload', function(err, sess){",
      1,
    ],
    ['fn();\n  });\n  return this;', 'fn();\n  }));\n  return this;', 1],
    [
      'this.req.sessionStore.destroy(this.id, fn);',
      "this.req.sessionStore.destroy(this.id, __hooks.asks(this.req, 'destroy', this.id, 'destroy', fn));",
      1,
    ],
  ]),
  patch(/express-session\/session\/store\.js$/, [
    [strict, `${strict}${requireHooks}\n`, 1],
    [
      'this.destroy(req.sessionID, function(err){\n    self.generate(req);\n    fn(err);\n  });',
      `this.destroy(req.sessionID, __hooks.asks(req, 'destroy', req.sessionID, 'regenerate', function(err){
    self.generate(req);
    fn(err);
  }));`,
      1,
    ],
    [
      'this.get(sid, function(err, sess){',
      "this.get(sid, __hooks.asksStore(this, 'get', sid, 'load', function(err, sess){",
      1,
    ],
    ['fn(null, self.createSession(req, sess))\n  });', 'fn(null, self.createSession(req, sess))\n  }));', 1],
  ]),
  patch(/express-session\/session\/memory\.js$/, [
    [strict, `${strict}${requireHooks}\n`, 1],
    [
      'Store.call(this)\n  this.sessions = Object.create(null)',
      'Store.call(this)\n  this.sessions = Object.create(null)\n  __hooks.memoryStoreMade(this)',
      1,
    ],
    [
      'this.sessions = Object.create(null)\n  callback',
      'this.sessions = Object.create(null)\n  __hooks.memoryStoreChanged(this, null)\n  callback',
      1,
    ],
    [
      'delete this.sessions[sessionId]\n',
      'delete this.sessions[sessionId]\n  __hooks.memoryStoreChanged(this, sessionId)\n',
      2,
    ],
    [
      'this.sessions[sessionId] = JSON.stringify(session)\n',
      'this.sessions[sessionId] = JSON.stringify(session)\n  __hooks.memoryStoreChanged(this, sessionId)\n',
      1,
    ],
    [
      'this.sessions[sessionId] = JSON.stringify(currentSession)\n',
      'this.sessions[sessionId] = JSON.stringify(currentSession)\n    __hooks.memoryStoreChanged(this, sessionId)\n',
      1,
    ],
  ]),
]
