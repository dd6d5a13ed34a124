// The service sends back here with ?wrong when it does not know the token.
document.getElementById('wrong').hidden = !new URLSearchParams(location.search).has('wrong');
// Where one wanted to go stands in the address, and goes along.
document.querySelector('form').action = `/login${location.search}`;
