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
app.get('/login', function (req, res, next) {
    req.session.regenerate(function (err) {
        if (err) return next(err);
        req.session.username = req.query.username;
        res.redirect('/user');
    });
});

//The user's page
app.get('/user', function (req, res) {
    console.log(req.session);
    res.render('user', {username: req.session.username});
});

//The user logs out
app.get('/logout', function (req, res) {
    req.session.usrename = null;
    res.redirect('/');
});

app.listen(8080);
