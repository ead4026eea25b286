"""The data, frozen, one record a file; standard library only. Offsets are code points, half open."""
