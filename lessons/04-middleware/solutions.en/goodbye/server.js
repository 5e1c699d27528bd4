let express = require('express');
let session = require('express-session');
let app = express();

// The shop's book. Two regular customers are in it already.
let store = new session.MemoryStore();
// Mr Wang's card was signed last year, with the old secret zfpx.
store.set('laowang-2025', {cookie: {}, name: 'Mr Wang'});
// Lily's card was signed this year, with the new secret.
store.set('xiaoli-2026', {cookie: {}, name: 'Lily'});

// The lounge is for https only. Its cookie has every attribute there is.
app.use('/vip', session({
    name: 'vip.sid',
    secret: 'vip-2026',
    resave: false,
    saveUninitialized: true,
    // Believe the reverse proxy's X-Forwarded-Proto.
    proxy: true,
    cookie: {
        path: '/vip',
        domain: 'shop.example',
        maxAge: 30 * 24 * 60 * 60 * 1000,
        httpOnly: true,
        secure: true,
        sameSite: 'none',
        priority: 'high',
        partitioned: true
    }
}));

app.use(session({
    // The cookie's name
    name: 'connect.sid',
    // Where sessions are kept
    store: store,
    // The first secret signs, all of them verify.
    secret: ['barber-2026', 'zfpx'],
    // The cookie's attributes: here it expires after 10 minutes.
    cookie: {maxAge: 10 * 60 * 1000},
    // Hand the cookie out anew each time?
    rolling: false,
    // Store a new session that has nothing in it?
    saveUninitialized: true,
    // Store a session again that has not changed?
    resave: true,
    unset: 'destroy'
}));

// Looks and changes nothing.
app.get('/', function (req, res) {
    res.send(show(req.session));
});

// Counts one visit.
app.get('/visit', function (req, res) {
    req.session.visit = (req.session.visit || 0) + 1;
    res.send(show(req.session));
});

// Changes to dark colours.
app.get('/dark', function (req, res) {
    req.session.theme = 'dark';
    res.send(show(req.session));
});

// Only looks, too, but takes 200 milliseconds.
app.get('/slow', function (req, res) {
    setTimeout(function () {
        res.send(show(req.session));
    }, 200);
});

// Leaves for good.
app.get('/bye', function (req, res) {
    req.session = null;
    res.send('Goodbye');
});

app.get('/vip', function (req, res) {
    res.send('Welcome to the lounge');
});

function show(session) {
    return (session.name || 'Customer') + ': visits ' + (session.visit || 0) + ', colours ' + (session.theme || 'light');
}

app.listen(8080);
