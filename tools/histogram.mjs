// Reads the server's histogram of request times from its metrics page.

/** {upper bound in ms: requests in that bucket} over all routes, or of those that `of` names. The text leaves empty buckets out and counts upwards within a route. */
export async function histogram(url, of = () => true) {
    const text = await (await fetch(url)).text();
    const counts = new Map();
    const soFar = new Map();
    for (const [, route, bound, below] of text.matchAll(/^kith_request_seconds_bucket\{route="([^"]*)",le="([^"]+)"\} (\d+)$/gm)) {
        if (!of(route)) continue;
        const ms = bound === '+Inf' ? Infinity : Number(bound) * 1000;
        counts.set(ms, (counts.get(ms) ?? 0) + Number(below) - (soFar.get(route) ?? 0));
        soFar.set(route, Number(below));
    }
    return counts;
}

/** The bound under which `part` of the requests between two readings stayed. */
export function quantile(before, after, part) {
    const bounds = [...after.keys()].sort((a, b) => a - b);
    const counts = bounds.map((bound) => after.get(bound) - (before.get(bound) ?? 0));
    const wanted = counts.reduce((sum, count) => sum + count, 0) * part;
    let below = 0;
    return bounds.find((_, at) => (below += counts[at]) >= wanted);
}
