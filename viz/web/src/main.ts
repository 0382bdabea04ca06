export {};console.log("x");
