var express = require('express');
var cookieParser = require('cookie-parser');
var app = express();
app.use(cookieParser());

var visits = new Map();

app.get('/', function (req, res) {
    var id = req.cookies.id;
    if (!visits.has(id)) {
        id = String(Math.random());
        res.cookie('id', id);
    }
    visits.set(id, (visits.get(id) || 0) + 1);
    res.send('<h1>' + visits.get(id) + '</h1>');
});

app.listen(8080);
