/// The GPU pack.
@NullMarked
package studio.pastiche.networks.gpu;

import org.jspecify.annotations.NullMarked;
