// The service sends back here with ?wrong when it does not know the token.
document.getElementById('wrong').hidden = !new URLSearchParams(location.search).has('wrong');
