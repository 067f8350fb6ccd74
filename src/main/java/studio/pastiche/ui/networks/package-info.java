/// The networks' window: what is here, what can be fetched, and files to import.
@NullMarked
package studio.pastiche.ui.networks;

import org.jspecify.annotations.NullMarked;
