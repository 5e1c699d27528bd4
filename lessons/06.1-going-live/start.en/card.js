var express = require('express');
var cookieParser = require('cookie-parser');
var app = express();
app.use(cookieParser());
//Where session data is kept: the key is a card number, the value is the data that belongs to it
var sessions = {};
//The name of the session ID, as agreed with the client
var SESSION_KEY = 'connect.sid'
//When a user visits the root, this callback runs
app.get('/',function(req,res){
    res.setHeader('Content-Type','text/html;charset=utf-8');
   // 1. First take the sessionId, the card number, out of the cookie
    var sessionId = req.cookies[SESSION_KEY];
    // With a card number, that is with an ID: a returning customer
    if(sessionId){
        //Take out what belongs to this card number: the balance
        var sessionObj = sessions[sessionId];
        if(sessionObj){
            //Take off 10 yuan
            sessionObj.balance = sessionObj.balance -10;
            res.send('Welcome back! Left on your card: '+sessionObj.balance);
        }else{
            genId(res);
        }
    //Without one: a new customer
    }else{
        genId(res);
    }
    function genId(res){
        //The shop makes a unique card number
        var id = Date.now()+''+Math.random();
        //The balance for this number is written into the shop's book
        sessions[id] = {balance:100};
        //The card is handed to the customer to take home
        res.cookie(SESSION_KEY,id);
        //Tell the user about the card
        res.send('Welcome! Here is a haircut card worth 100 yuan');
    }
});

app.listen(9090);
