const box = document.getElementById("search");
const overall = document.querySelector(".overall");
box.hidden = false;
box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase().split(/\s+/);
    overall.hidden = box.value.trim() !== "";
    for (const list of document.querySelectorAll(".words")) {
        let any = false;
        for (const item of list.children) {
            const text = item.textContent.toLowerCase();
            item.hidden = !wanted.every(word => text.includes(word));
            any = any || !item.hidden;
        }
        list.parentElement.hidden = !any;
    }
});
