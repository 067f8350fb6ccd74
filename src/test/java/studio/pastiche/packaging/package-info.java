/// What stands around the application: its launcher, its Maven wrapper and its log.
@NullMarked
package studio.pastiche.packaging;

import org.jspecify.annotations.NullMarked;
