var express = require('express');
var cookieParser = require('cookie-parser');
var session = require('express-session');
var uuid = require('uuid');
var app = express();
app.set('view engine', 'html');
app.engine('html', require('ejs').__express);
app.set('views', __dirname);
app.use(require('cookie-parser')());

app.use(session({secret: 'zfpx',
    resave: true,
    saveUninitialized: true}));

/**
 * curl -v -H "cookie: username=customer" http://localhost:8080/user
 */

//Who has which password; a real site keeps only hashes of them
var users = {alice: 'scissors', bob: 'comb', mallory: 'mirror'};

function checkUser(req, res, next) {
    if (req.session && req.session.username)
        next();
    else
        res.redirect('/');
}

//To the login page
app.get('/', function (req, res) {
    res.render('index');
});

//Log in
app.post('/login', express.urlencoded({extended: false}), function (req, res, next) {
    var {username, password} = req.body;
    if (!Object.hasOwn(users, username) || users[username] !== password) {
        return res.redirect('/');
    }
    req.session.regenerate(function (err) {
        if (err) return next(err);
        req.session.username = username;
        res.redirect('/user');
    });
});

//The user's page
app.get('/user', checkUser, function (req, res) {
    console.log(req.session);
    res.render('user', {username: req.session.username});
});

//The user logs out
app.get('/logout', function (req, res, next) {
    req.session.destroy(function (err) {
        if (err) return next(err);
        res.clearCookie('connect.sid');
        res.redirect('/');
    });
});

app.listen(8080);
