@NullMarked
package studio.pastiche.film;

import org.jspecify.annotations.NullMarked;
