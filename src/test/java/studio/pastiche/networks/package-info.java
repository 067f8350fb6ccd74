@NullMarked
package studio.pastiche.networks;

import org.jspecify.annotations.NullMarked;
