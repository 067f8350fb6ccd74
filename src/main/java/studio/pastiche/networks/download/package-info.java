/// Fetches parts of a file over HTTPS, several at once, so that a break costs only what was under
/// way. Knows nothing of networks.
@NullMarked
package studio.pastiche.networks.download;

import org.jspecify.annotations.NullMarked;
