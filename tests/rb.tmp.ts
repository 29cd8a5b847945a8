import {bench} from "./bench/parse/parse-bench"; await bench.run(l=>console.log(JSON.stringify(l)));
