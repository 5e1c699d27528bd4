let express = require('express');
let session = require('express-session');
let { getIronSession, unsealData } = require('iron-session');
let app = express();
app.use(express.urlencoded({extended: false}));

// The passwords of the seal. Only the shop knows them; each has 32 characters at least.
// Last year's was '1': 'the-barbershop-password-of-2025!', which is out of use.
let password = {
    '2': 'the-barbershop-password-of-2026!'
};

// The door on the left: the session is sealed in the cookie, and the shop keeps nothing.
app.use('/sealed', async function (req, res, next) {
    req.session = await getIronSession(req, res, {
        cookieName: 'sealed',
        password: password,
        cookieOptions: {secure: false}
    });
    next();
});

// The door on the right: the session is kept in the shop, and the cookie only holds its number.
app.use('/stored', session({
    name: 'stored',
    secret: 'barbershop-2026',
    resave: false,
    saveUninitialized: false
}));

// Logging in
app.post('/sealed/login', async function (req, res) {
    req.session.username = req.body.username;
    await req.session.save();
    res.redirect('/sealed/user');
});
app.post('/stored/login', function (req, res) {
    req.session.regenerate(function () {
        req.session.username = req.body.username;
        req.session.save(function () {
            res.redirect('/stored/user');
        });
    });
});

// The user's page, the same behind both doors
app.get(['/sealed/user', '/stored/user'], function (req, res) {
    if (!req.session.username) return res.status(401).send('Please log in');
    res.send('Welcome, ' + req.session.username);
});

// Each visit is noted in the session.
app.get('/sealed/visit', async function (req, res) {
    let visits = req.session.visits || [];
    visits.push({at: new Date(), browser: req.get('User-Agent')});
    req.session.visits = visits;
    await req.session.save();
    res.send('Visits so far: ' + visits.length + '.');
});

// Logging out
app.post('/sealed/logout', function (req, res) {
    req.session.destroy();
    res.send('Goodbye');
});
app.post('/stored/logout', function (req, res) {
    req.session.destroy(function () {
        res.send('Goodbye');
    });
});

// Only the shop can open the seal.
app.get('/sealed/open', async function (req, res) {
    let cookie = /sealed=([^;]*)/.exec(req.headers.cookie || '');
    res.json(cookie ? await unsealData(decodeURIComponent(cookie[1]), {password: password}) : {});
});

app.listen(8080);
