/// The networks that there are besides the built-in one: which can be had, fetching and importing
/// them, where they are kept, and finding one by name, file or hash.
@NullMarked
package studio.pastiche.networks;

import org.jspecify.annotations.NullMarked;
